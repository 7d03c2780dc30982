/** The shell: how it is drawn, the path of places a person walked, help, messages, and the way out. */
import type { StateCreator } from 'zustand/vanilla';
import type { Language } from '../../language.ts';
import type { Graph } from '../graph.ts';
import type { Office } from '../office.ts';
import type { Path, Place, RootScreen } from '../place.ts';
import type { Size } from '../terminal.ts';
import type { ThemeName, Tone } from '../theme.ts';
import type { WorkbenchState } from './state.ts';

export type Message = { readonly text: string; readonly tone: Tone };

export type ShellStart = {
  readonly language: Language;
  readonly ascii: boolean;
  readonly graph: Graph;
  readonly theme: ThemeName;
  readonly size: Size;
  readonly office: Office;
  /** No screen waits for a frame: work is done in one go (printing a view, replaying a log, tests). */
  readonly unhurried: boolean;
};

export type ShellSlice = ShellStart & {
  /** Never empty; the last place is the one on the screen. */
  readonly path: Path;
  /** Where the person was before the last jump (`-` goes there). */
  readonly before: Path;
  readonly help: boolean;
  /** First line shown of a text longer than the screen. */
  readonly scroll: number;
  /** Gone with the next key. */
  readonly message: Message | undefined;
  /** Part done of work on a table, 0 to 1; undefined when nothing is under way. */
  readonly share: number | undefined;
  /** Exit status once the person leaves. */
  readonly leaving: number | undefined;
  resize(size: Size): void;
  speak(language: Language): void;
  paint(theme: ThemeName): void;
  goTo(screen: RootScreen): void;
  walk(path: Path): void;
  enter(place: Place): void;
  goBack(): void;
  showHelp(help: boolean): void;
  scrollTo(scroll: number): void;
  say(message: Message | undefined): void;
  working(share: number | undefined): void;
  leave(status: number): void;
};

export const shellSlice =
  (start: ShellStart): StateCreator<WorkbenchState, [], [], ShellSlice> =>
  set => ({
    ...start,
    path: [{ screen: 'overview' }],
    before: [{ screen: 'overview' }],
    help: false,
    scroll: 0,
    message: undefined,
    share: undefined,
    leaving: undefined,
    resize: size => set({ size }),
    speak: language => set({ language }),
    paint: theme => set({ theme }),
    goTo: screen => set(({ path }) => ({ path: [{ screen }], before: path, help: false, scroll: 0 })),
    walk: path => set({ path, help: false, scroll: 0 }),
    enter: place => set(({ path }) => ({ path: [...path, place], before: path, scroll: 0 })),
    goBack: () => set(({ path }) => (path.length > 1 ? { path: path.slice(0, -1), before: path, scroll: 0 } : {})),
    showHelp: help => set({ help, scroll: 0 }),
    scrollTo: scroll => set({ scroll: Math.max(0, scroll) }),
    say: message => set({ message }),
    working: share => set({ share }),
    leave: leaving => set({ leaving }),
  });
