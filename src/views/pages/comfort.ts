import { addresses } from '../../newsroom/permalink.ts';
import { wordsOf } from '../../newsroom/words.ts';

/** What a reader may set on the device, by a choice or by a slider; what has an empty value is how the paper comes. */
export interface SettingView {
  /** As `scripts/display.ts` knows it. */
  name: string;
  label: string;
  choices?: { value: string; label: string }[];
  /** From the least to the most: numbers that styles/tokens.css multiplies by. */
  steps?: readonly string[];
}

/** Words of everything that a script adds to a page, in the language of the page. */
export interface ComfortView {
  tools: string;
  save: string;
  saved: string;
  listen: string;
  pause: string;
  goOn: string;
  stop: string;
  resume: string;
  close: string;
  print: { heading: string; pictures: string; larger: string };
  display: { heading: string; settings: SettingView[]; reset: string };
  keys: {
    heading: string;
    /** Of the switch. */
    label: string;
    /** What single keys do, by the names that `scripts/keys.ts` gives; an address where the page may have no such link. */
    deeds: { name: string; label: string; href?: string }[];
  };
}

const known = new Map<string, ComfortView>();

/** The same object for the same language. */
export function comfortView(language: string): ComfortView {
  const view = known.get(language) ?? newComfortView(language);
  known.set(language, view);
  return view;
}

function newComfortView(language: string): ComfortView {
  const { comfort, onPaper } = wordsOf(language);
  const { themes, typefaces, keys } = comfort;
  return {
    tools: comfort.tools,
    save: comfort.save,
    saved: comfort.saved,
    listen: comfort.listen,
    pause: comfort.pause,
    goOn: comfort.goOn,
    stop: comfort.stop,
    resume: comfort.resume,
    close: comfort.close,
    print: { heading: onPaper.print, pictures: onPaper.pictures, larger: onPaper.larger },
    display: {
      heading: comfort.settings,
      settings: [
        {
          name: 'theme',
          label: comfort.theme,
          choices: [
            { value: '', label: themes.auto },
            { value: 'paper', label: themes.paper },
            { value: 'sepia', label: themes.sepia },
            { value: 'dark', label: themes.dark },
          ],
        },
        { name: 'scale', label: comfort.textSize, steps: ['0.85', '0.925', '', '1.15', '1.35', '1.6', '2'] },
        { name: 'leading', label: comfort.spacing, steps: ['0.9', '', '1.2', '1.4'] },
        { name: 'letters', label: comfort.letterSpacing, steps: ['', '0.03', '0.06', '0.12'] },
        { name: 'line', label: comfort.lineLength, steps: ['0.75', '', '1.2'] },
        {
          name: 'typeface',
          label: comfort.typeface,
          choices: [
            { value: '', label: typefaces.serif },
            { value: 'sans', label: typefaces.sans },
          ],
        },
      ],
      reset: comfort.reset,
    },
    keys: {
      heading: comfort.help,
      label: comfort.singleKeys,
      deeds: [
        { name: 'search', label: keys.search, href: addresses.search },
        { name: 'next', label: keys.next },
        { name: 'previous', label: keys.previous },
        { name: 'front', label: keys.front, href: addresses.front },
        { name: 'save', label: keys.save },
        { name: 'settings', label: keys.settings },
        { name: 'top', label: keys.top },
        { name: 'help', label: keys.help },
      ],
    },
  };
}
