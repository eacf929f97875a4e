//! What pages promise, held over papers that hold everything.
