import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSheets } from '../../src/files/formats/open-sheets.ts';
import { stemsIn } from './canaries.ts';
import { papers, persons } from './papers.ts';
import { filesIn, ran, workplace } from './running.ts';
import { shown, takeOwnIds } from './searching.ts';

const numbers = persons.flatMap(({ settlement, insured, mobile }) => [settlement, insured, mobile]);

describe('every field of a person, in every layout, is found nowhere afterwards', () => {
  it.each(papers)('$file', async ({ file, bytes, profile }) => {
    const { input, output } = workplace();
    const path = input(file, bytes);
    const [saved, rejects, findings] = ['W.casemix', 'rejects.csv', 'findings.csv'].map(name => join(output, name)) as [
      string,
      string,
      string,
    ];
    const said = {
      load: await ran(['load', path, '--mapping', '--rejects', rejects, '--findings', findings, '--save', saved]),
      json: await ran(['load', path, '--format', 'json', '--lang', 'en']),
      csv: await ran(['load', path, '--format', 'csv']),
      again: await ran(['load', saved, '--mapping']),
    };
    expect(Object.values(said).map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    const [read] = JSON.parse(said.json.out).files;
    expect([read.profile, read.read, read.loaded]).toEqual([profile, 3, profile === 'list-4101a' ? 3 : 2]);
    expect(filesIn(output).map(({ name }) => name)).toEqual(['W.casemix', 'findings.csv', 'rejects.csv']);
    expect(takeOwnIds(rejects)).toBe(read.refused);
    expect(shown(said, output, numbers)).toEqual([]);
  });

  it('and what is searched would be found', async () => {
    const { input } = workplace();
    const lacking = await Promise.all(
      papers.map(async ({ file, bytes }) => {
        const sheets = await openSheets([input(file, bytes)]);
        const found = sheets.flatMap(({ bytes: text }) => stemsIn(text, ['金丝雀', '9008172', '黄鹂']));
        return found.length === 3 ? [] : [`${file}: ${found.join(' ')}`];
      }),
    );
    expect(lacking.flat()).toEqual([]);
  });
});
