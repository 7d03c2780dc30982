/** One line of the screen: exactly one Text, made of spans that say what they mean rather than how they look. */
import { Text } from 'ink';
import type { Span } from '../lines.ts';
import { style } from '../theme.ts';

export const Line = ({ spans }: { readonly spans: string | readonly Span[] }) =>
  typeof spans === 'string' || spans.every(({ text }) => text === '') ? (
    // A Text of nothing has no height.
    <Text wrap="truncate">{(typeof spans === 'string' && spans) || ' '}</Text>
  ) : (
    <Text wrap="truncate">
      {spans.map((span, i) =>
        span.tone === undefined || span.tone === 'plain' ? (
          span.text
        ) : (
          // The place in the line is what a span is.
          // biome-ignore lint/suspicious/noArrayIndexKey: spans have no other identity
          <Text key={i} {...style[span.tone]}>
            {span.text}
          </Text>
        ),
      )}
    </Text>
  );
