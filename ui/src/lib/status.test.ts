import { tick } from 'svelte';
import { expect, it } from 'vitest';
import { status } from './status.svelte';

it('says a line once more when it is said twice, so that it is read out twice', async () => {
  status.say('Saved.');
  expect(status.current).toBe('Saved.');
  status.say('Saved.');
  expect(status.current).toBe('');
  await tick();
  expect(status.current).toBe('Saved.');
  status.say('Saved.');
  status.say('Sent.');
  await tick();
  expect(status.current).toBe('Sent.');
});
