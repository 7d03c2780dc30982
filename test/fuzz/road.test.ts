import fc from 'fast-check';
import { expect, it } from 'vitest';
import { files, texts } from './files.ts';
import { drive } from './road.ts';

it('files as they should be end in stays', async () => {
  const told = await Promise.all(Object.entries(texts).map(async ([name, text]) => [name, await drive([new TextEncoder().encode(text)])]));
  // item lines alone belong to no stay
  expect(told.filter(([, how]) => how !== 'stays')).toEqual([['itemLines', 'nothing']]);
});

it('no file breaks the road of a load', async () => {
  await fc.assert(
    fc.asyncProperty(files, async given => {
      await drive(given);
    }),
    { numRuns: 150, interruptAfterTimeLimit: 6_000, markInterruptAsFailure: false },
  );
});
