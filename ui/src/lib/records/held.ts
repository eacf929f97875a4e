// Who held a post on a day. The rule is the core's `held_at`: a beginning or an end that nobody knows decides nothing.
import type { FieldValue, RecordView, WireTime } from '../api/types';

export type Holds = 'yes' | 'no' | 'unknown';

function bounds(time: FieldValue | undefined): { earliest: number; latest: number } | null {
  if (typeof time !== 'object' || Array.isArray(time) || time.earliest === null || time.latest === null) return null;
  return { earliest: time.earliest, latest: time.latest };
}

/** Says whether what began at `from` and ended at `to` held at `when`; an absent end means that it lasts. */
export function heldAt(from: FieldValue | undefined, to: FieldValue | undefined, when: WireTime): Holds {
  const [began, ended, at] = [bounds(from), bounds(to), bounds(when)];
  if (!at) return 'unknown';
  if ((began && at.latest < began.earliest) || (ended && at.earliest > ended.latest)) return 'no';
  const surelyBegan = began !== null && at.earliest >= began.latest;
  const surelyLasts = ended === null || at.latest <= ended.earliest;
  return surelyBegan && surelyLasts ? 'yes' : 'unknown';
}

/** Returns the posts that were held on a day, those that are sure before those that may be. */
export function postsAt(posts: readonly RecordView[], when: WireTime): { post: RecordView; holds: Holds }[] {
  const all = posts.map((post) => ({ post, holds: heldAt(post.fields['held_from'], post.fields['held_to'], when) }));
  return [...all.filter(({ holds }) => holds === 'yes'), ...all.filter(({ holds }) => holds === 'unknown')];
}
