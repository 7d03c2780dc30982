/** A verb of the workbench: what it is called, what it takes, what it does. One file a verb or a close family of them. */
import type { Language } from '../../language.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Workbench } from '../store/workbench.ts';

type Told = Readonly<Record<Language, string>>;

export type Verb = {
  /** As it is written in logs and on the command line: English, stable. */
  readonly verb: string;
  readonly title: Told;
  /** What may stand behind it, for the palette: `列名，- 从大到小`; undefined when nothing may. */
  readonly takes?: Told;
  /** Also found by these: pinyin initials are worked out from the title. */
  readonly alias?: readonly string[];
  /** `u` takes it back: it changes only the arrangement of a table or the parameters of a scenario. */
  readonly undoable?: true;
  /** False where it would do nothing; the palette then leaves it out. */
  offered?(state: WorkbenchState): boolean;
  /** Values that can follow, for the palette. */
  complete?(state: WorkbenchState): readonly string[];
  /** @throws UserError when the value is not understood; resolves when whatever it started has arrived, to false when it was cancelled and nothing was done. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most verbs return nothing at all
  perform(workbench: Workbench, value: string): Promise<boolean | void> | undefined | void;
  /** The value as a log may keep it; undefined: the value is left out, because it may name a person. Default: as it is. */
  logged?(state: WorkbenchState, value: string): string | undefined;
};
