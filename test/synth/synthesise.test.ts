import { describe, expect, it } from 'vitest';
import { synthesise } from '../../src/synth/synthesise.ts';
import { projectFacts as facts } from './facts-of-the-project.ts';

const textOf = (stays: number, seed: number, year = 2025) => [...synthesise({ stays, seed, year, facts }).lines].join('');

describe('a synthetic hospital', () => {
  it('has the same bytes for the same seed, however often it is walked through', () => {
    const { lines } = synthesise({ stays: 1200, seed: 7, year: 2025, facts });
    const once = [...lines].join('');
    expect([...lines].join('')).toBe(once);
    expect(textOf(1200, 7)).toBe(once);
    expect(textOf(1200, 8)).not.toBe(once);
  });

  it('knows its truth before and after its lines were walked through', () => {
    const early = synthesise({ stays: 300, seed: 3, year: 2025, facts }).truth();
    const { lines, truth } = synthesise({ stays: 300, seed: 3, year: 2025, facts });
    for (const _ of lines);
    expect(truth()).toEqual(early);
    expect(early.stays).toBe(300);
  });

  it('may be as small as one stay, or none', () => {
    expect(textOf(1, 1).split('\n')).toHaveLength(3);
    expect(textOf(0, 1).split('\n')).toHaveLength(2);
    expect(synthesise({ stays: 0, seed: 1, year: 2025, facts }).truth()).toMatchObject({ cost: '0.00', fund: '0.00', stays: 0 });
  });

  it('leaves in the year asked for, a leap year too', () => {
    const discharged = textOf(800, 5, 2024)
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(',')[13]!);
    expect(discharged.every(date => date.startsWith('2024-'))).toBe(true);
    expect([...discharged].sort()).toEqual(discharged);
  });

  it('says which line of the case mix cannot be written', () => {
    const caseMix = facts.caseMix.replace(/(FM3\t190\t)[^\t]*/, '$1Q99');
    expect(() => synthesise({ stays: 1, seed: 1, year: 2025, facts: { ...facts, caseMix } })).toThrow(
      'no case of FM3 can be written for 心血管内科',
    );
  });
});
