/** The shell: language, size of the terminal, the path of places a person walked, help, and the way out. */
import type { StateCreator } from 'zustand/vanilla';
import type { Language } from '../../language.ts';
import type { Place, RootScreen } from '../place.ts';
import type { Size } from '../terminal.ts';
import type { WorkbenchState } from './workbench.ts';

export type ShellSlice = {
  readonly language: Language;
  readonly ascii: boolean;
  readonly size: Size;
  /** Never empty; the last place is the one on the screen. */
  readonly path: readonly Place[];
  readonly help: boolean;
  /** First line shown of a text longer than the screen. */
  readonly scroll: number;
  /** Exit status once the person leaves. */
  readonly leaving: number | undefined;
  resize(size: Size): void;
  speak(language: Language): void;
  goTo(screen: RootScreen): void;
  enter(place: Place): void;
  goBack(): void;
  showHelp(help: boolean): void;
  scrollTo(scroll: number): void;
  leave(status: number): void;
};

export type ShellStart = { readonly language: Language; readonly ascii: boolean; readonly size: Size };

export const shellSlice =
  (start: ShellStart): StateCreator<WorkbenchState, [], [], ShellSlice> =>
  set => ({
    ...start,
    path: [{ screen: 'overview' }],
    help: false,
    scroll: 0,
    leaving: undefined,
    resize: size => set({ size }),
    speak: language => set({ language }),
    goTo: screen => set({ path: [{ screen }], help: false, scroll: 0 }),
    enter: place => set(({ path }) => ({ path: [...path, place], scroll: 0 })),
    goBack: () => set(({ path }) => (path.length > 1 ? { path: path.slice(0, -1), scroll: 0 } : {})),
    showHelp: help => set({ help, scroll: 0 }),
    scrollTo: scroll => set({ scroll: Math.max(0, scroll) }),
    leave: leaving => set({ leaving }),
  });
