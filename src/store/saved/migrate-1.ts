/** placeholder until the fixture is made */
import type { OpenedImage } from './opened-image.ts';
import type { Saved } from './saved.ts';

export function migrated(_opened: OpenedImage): Saved {
  throw new Error('not yet');
}
