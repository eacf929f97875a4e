// The form of a moment lives in lib, since every screen asks for moments.
export * from '../../lib/time';
