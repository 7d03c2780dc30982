/**
 * Puts our parts into the Ink of the bundle, in place of those that take most of the time of a frame or grow for ever.
 * Ink stays as it is on the disk; what ours need of Ink is handed to them here, so nothing of it is copied.
 */
import { join } from 'node:path';

export function inkWithOurParts(root) {
  const ours = name => JSON.stringify(join(root, 'src', name));
  const parts = {
    './output.js': `
      import Output from './output.js';
      import * as styledText from '@alcalzone/ansi-tokenize';
      import { lineCanvas } from ${ours('ui/ink/output.ts')};
      const canvasOf = lineCanvas({ Output, ...styledText });
      export default function Canvas(size) { return canvasOf(size); }`,
    './measure-text.js': `export { textSize as default } from ${ours('ui/ink/text-size.ts')};`,
    './wrap-text.js': `
      import wrap from 'wrap-ansi';
      import cut from 'cli-truncate';
      import { wrappedText } from ${ours('ui/ink/wrapped-text.ts')};
      export default wrappedText({ wrap, cut });`,
    'string-width': `export { widthOf as default } from ${ours('report/cell-width.ts')};`,
  };
  const drawsWithInk = /node_modules\/(ink\/build\/[\w-]+\.js|widest-line\/index\.js)$/;

  return {
    name: 'ink-with-our-parts',
    setup(plugin) {
      const replaced = new Set();
      plugin.onResolve({ filter: /^(\.\/(output|measure-text|wrap-text)\.js|string-width)$/ }, ({ path, importer, namespace }) => {
        if (namespace !== 'file' || !drawsWithInk.test(importer.replaceAll('\\', '/'))) return undefined;
        replaced.add(path);
        return { path, namespace: 'our-part' };
      });
      plugin.onLoad({ filter: /.*/, namespace: 'our-part' }, ({ path }) => ({
        contents: parts[path],
        resolveDir: join(root, 'node_modules', 'ink', 'build'),
      }));
      // Another version of Ink may name its parts otherwise: the workbench would be slow again and nobody told.
      plugin.onEnd(({ errors }) => {
        const left = Object.keys(parts).filter(part => !replaced.has(part));
        if (errors.length === 0 && replaced.size > 0 && left.length > 0)
          return { errors: [{ text: `Ink no longer imports ${left.join(', ')}` }] };
        return undefined;
      });
    },
  };
}
