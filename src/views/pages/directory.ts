import type { Direction } from '../../newsroom/language.ts';
import type { ListHead } from './list.ts';

/** A page that lists ways to other lists. */
export interface DirectoryView extends ListHead {
  groups: { heading?: string; entries: EntryView[] }[];
}

export interface EntryView {
  label: string;
  href: string;
  /** How many stories there are. */
  count?: string;
  /** A sentence on it, or its leading headline. */
  detail?: { text: string; href?: string; language?: string; direction?: Direction };
}
