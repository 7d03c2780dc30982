/** The answer of a screen, first of all, in words. */
import type { Answered } from '../layout.ts';
import { Line } from './Line.tsx';

export const Answer = ({ answer, air }: Answered) => (
  <>
    {answer.map(line => (
      <Line key={line} spans={[{ text: `  ${line}`, tone: 'strong' }]} />
    ))}
    {air ? <Line spans="" /> : null}
  </>
);
