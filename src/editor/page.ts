import { copyOf, filedCopy, type Copy } from './copy.ts';
import type { EditorSettings } from './configuration.ts';
import { MarkdownText } from './markdown-text.ts';
import { paperFolder } from './paper-folder.ts';

// The page of the editor in the browser. Sveltia CMS does the editing; here it learns how the paper's files are read and written.

/** A map of Immutable.js, as far as it is used here. */
interface ImmutableMap {
  get: (name: string) => unknown;
  getIn: (path: string[]) => unknown;
  set: (name: string, value: unknown) => ImmutableMap;
}

interface Sveltia {
  init: (options: { config: object }) => void;
  registerCustomFormat: (
    name: string,
    extension: string,
    methods: { fromFile: (text: string) => Copy; toFile: (copy: Copy) => string },
  ) => void;
  registerFieldType: (name: string, control: typeof MarkdownText) => void;
  registerEventListener: (listener: {
    name: string;
    handler: (told: { entry: ImmutableMap }) => ImmutableMap | undefined;
  }) => void;
}

/** What the server that shows the paper says besides: the day on the paper's clock, which other servers do not know. */
interface Settings extends EditorSettings {
  timeZone: string;
  today?: string;
}

const settings = (await (await fetch('settings.json')).json()) as Settings;
if (settings.today) {
  const folder = await paperFolder((failure) => alert(`This was not saved.\n\n${failure}`));
  // What Sveltia calls its test repository is a folder that the browser keeps for a site: here it is the paper's.
  Object.defineProperty(navigator.storage, 'getDirectory', {
    value: () => Promise.resolve({ getDirectoryHandle: () => folder }),
  });
  Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move');
  localStorage.setItem('sveltia-cms.user', JSON.stringify({ backendName: 'test-repo' }));
}

const sveltia = './sveltia/npm/index.js';
const { default: CMS } = (await import(/* @vite-ignore */ sveltia)) as { default: Sveltia };

/** A name for good; so many are possible that no other article has it. It begins with a letter, so that YAML reads no number. */
function newId(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const [first = 0, ...others] = crypto.getRandomValues(new Uint16Array(8));
  return `${letters[first % letters.length]}${others.map((each) => `23456789${letters}`[each % 31]).join('')}`;
}

/** Files as they were read or last written; the editor keeps the number of each among its fields, where it leaves it alone. */
const read: string[] = [];
const mark = '_read';
const fromFile = (text: string): Copy => ({ ...copyOf(text), [mark]: read.push(text) - 1 });
const toFile = ({ [mark]: number, ...copy }: Copy): string => {
  const text = filedCopy(copy, typeof number === 'number' ? read[number] : undefined, settings.known);
  if (typeof number === 'number') read[number] = text;
  return text;
};
CMS.registerCustomFormat('article-frontmatter', 'md', { fromFile, toFile });
CMS.registerCustomFormat('fields', 'yaml', { fromFile, toFile });
CMS.registerFieldType('markdown-text', MarkdownText);
CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => {
    const data = entry.get('data') as ImmutableMap;
    return entry.get('collection') === 'articles' && !data.get('id') ? data.set('id', newId()) : undefined;
  },
});
const today = settings.today ?? new Intl.DateTimeFormat('en-CA', { timeZone: settings.timeZone }).format();
const [year = '', month = '', day = ''] = today.split('-');
const config = JSON.stringify(settings.config).replace('YYYY', year).replace('MM', month).replace('DD', day);
CMS.init({ config: JSON.parse(config) as object });
