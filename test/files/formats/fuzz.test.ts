import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, changed, changedInside, pieces, tryOpen, valid } from './fuzz.ts';
import { open } from './opening.ts';

const files = await valid();
const share = fc.double({ min: 0, max: 0.999999, noNaN: true });

describe('a file that is nearly right opens or is refused, and never more than that', () => {
  it('they are right before they are changed', async () => {
    const formats = await Promise.all(
      Object.entries(files).map(async ([name, bytes]) => [name, (await open(bytes, name)).map(sheet => sheet.format)]),
    );
    expect(Object.fromEntries(formats)).toEqual({
      xlsx: ['xlsx'],
      xls: ['xls'],
      biff: ['xls'],
      html: ['html'],
      xml: ['xls'],
      json: ['json'],
      dbf: ['dbf'],
      text: ['text'],
      zip: ['text', 'xlsx', 'html'],
    });
  });

  it.each(Object.keys(files))('%s, cut off or with other bytes', async name => {
    await fc.assert(
      fc.asyncProperty(change, by => tryOpen(changed(files[name]!, by))),
      { numRuns: 60 },
    );
  });

  it('parts of a workbook and of an archive', async () => {
    for (const archive of [files.xlsx!, files.zip!]) {
      await fc.assert(
        fc.asyncProperty(share, change, (part, by) => tryOpen(changedInside(archive, { part, by }))),
        { numRuns: 40 },
      );
    }
  });

  it('a sheet of the right pieces in any order, and bytes of any kind', async () => {
    await fc.assert(fc.asyncProperty(pieces, tryOpen), { numRuns: 100 });
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), tryOpen), { numRuns: 100 });
  });
});
