import type { Direction } from '../../newsroom/language.ts';
import type { StoryView } from '../story.ts';
import type { ListHead } from './list.ts';
import type { CalendarView } from './month-calendar.ts';

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
  /** The stories that led, the newest first. */
  leads?: StoryView[];
  calendar?: CalendarView;
}
