/** One line of the screen: exactly one Text, made of spans that say what they mean; the theme around it says how that looks. */
import { Text } from 'ink';
import { createContext, useContext } from 'react';
import type { Span } from '../lines.ts';
import { styles } from '../theme.ts';

export const Theme = createContext(styles.dark);

export function Line({ spans }: { readonly spans: string | readonly Span[] }) {
  const style = useContext(Theme);
  // A Text of nothing has no height.
  if (typeof spans === 'string' || spans.every(({ text }) => text === ''))
    return <Text wrap="truncate">{(typeof spans === 'string' && spans) || ' '}</Text>;
  return (
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
}
