/** The answer of a screen, first of all, in words. */
import type { Answered } from '../layout.ts';
import { Line } from './Line.tsx';

export const Answer = ({ answer, air }: Answered) => (
  <>
    {answer.map((line, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place of a line is what it is
      <Line key={i} spans={[{ text: line === '' ? '' : `  ${line}`, tone: 'strong' }]} />
    ))}
    {air ? <Line spans="" /> : null}
  </>
);
