import { describe, expect, it } from 'vitest';
import { bestRank, rankOf } from '../../../src/ui/palette/fuzzy.ts';

describe('how well a text answers', () => {
  it.each([
    ['', 'anything', 0],
    ['sort', 'sort', 0],
    ['SORT', 'sort', 0],
    ['ｓｏｒｔ', 'sort', 0],
    ['so', 'sort', 1],
    ['gogr', 'go groups', 1],
    ['go gr', 'go groups', 1],
    ['gr', 'go groups', 2],
    ['组', '病组', 2],
    ['室差', '科室差额', 2],
    ['ort', 'sort', 3],
    ['srt', 'sort', 4],
    ['科差', '科室差额', 4],
    ['rt', 'sort', 3],
    ['tr', 'sort', undefined],
    ['ot', 'sort', undefined], // letters here and there must begin with the first one
    ['sortx', 'sort', undefined],
    ['病组', 'groups', undefined],
  ] as const)('%s to %s: %s', (query, text, rank) => {
    expect(rankOf(query, text)).toBe(rank);
  });

  it('is the best of several names, and none where none answers', () => {
    expect([bestRank('bz', ['go groups', '病组', 'bz']), bestRank('组', ['groups', '病组']), bestRank('x', ['', 'sort'])]).toEqual([
      0,
      2,
      undefined,
    ]);
  });
});
