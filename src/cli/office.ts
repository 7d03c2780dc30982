/** The program behind the workbench: jobs of the application with their progress in words, files and the clipboard. */

import type { Stage } from '../app/carry-out.ts';
import type { LoadOptions } from '../app/load-stays.ts';
import { bilingual } from '../language.ts';
import type { Office } from '../ui/office.ts';
import type { Face } from './face.ts';

export const officeOf = (face: Face, options: LoadOptions): Office => ({
  open(order, _given, report) {
    const done = (async () => {
      await drawn();
      const { openDesk } = await import('../app/open-desk.ts');
      return openDesk(face.installation, { ...options, comparison: order.comparison, data: order.data }, async ({ stage, of }) => {
        report({ text: `${stageWords[face.language][stage]}${of === undefined ? '' : ` ${of}`} …` });
        await drawn();
      });
    })();
    return { done, cancel: () => {} };
  },
  ask: () => {
    throw new Error('no workspace to ask');
  },
  write: () => Promise.reject(new Error('nothing to write with')),
  copy: () => {},
});

/** Long enough for one frame to be drawn and the keys pressed meanwhile to be read. */
const drawn = () => new Promise<void>(resolve => setTimeout(resolve, 20));

const stageWords = bilingual<Stage['stage']>({
  zh: { load: '读取', group: '分组', settle: '结算各情景', compare: '比较' },
  en: { load: 'reading', group: 'grouping with', settle: 'settling every scenario', compare: 'comparing' },
});
