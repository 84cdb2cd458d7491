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
  delete: (name: string) => ImmutableMap;
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

const told = async () => (await (await fetch('settings.json')).json()) as Settings;
const settings = await told();
if (settings.today) {
  const folder = await paperFolder((failure) => alert(`This was not deleted.\n\n${failure}`));
  // What Sveltia calls its test repository is a folder that the browser keeps for a site: here it is the paper's.
  Object.defineProperty(navigator.storage, 'getDirectory', {
    value: () => Promise.resolve({ getDirectoryHandle: () => folder }),
  });
  Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move');
  localStorage.setItem('sveltia-cms.user', JSON.stringify({ backendName: 'test-repo' }));
}

// Without it the editor changes from one view to the next at once: on a busy machine the old one would stay and take what is typed.
Reflect.deleteProperty(Document.prototype, 'startViewTransition');

const sveltia = './sveltia/npm/index.js';
const { default: CMS } = (await import(/* @vite-ignore */ sveltia)) as { default: Sveltia };

/** A name for good; so many are possible that no other article has it. It begins with a letter, so that YAML reads no number. */
function newId(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const [first = 0, ...others] = crypto.getRandomValues(new Uint16Array(8));
  return `${letters[first % letters.length]}${others.map((each) => `23456789${letters}`[each % 31]).join('')}`;
}

/**
 * A file as it was read: the editor keeps it among its fields, where it leaves it alone, also in what it keeps of a story that was not
 * saved. It would take away spaces at its ends.
 */
const mark = '_read';
const fromFile = (text: string): Copy => ({ ...copyOf(text), [mark]: JSON.stringify(text) });
const toFile = ({ [mark]: read, ...copy }: Copy): string =>
  filedCopy(copy, typeof read === 'string' ? (JSON.parse(read) as string) : undefined, settings.known);
CMS.registerCustomFormat('article-frontmatter', 'md', { fromFile, toFile });
CMS.registerCustomFormat('fields', 'yaml', { fromFile, toFile });
CMS.registerFieldType('markdown-text', MarkdownText);
CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => {
    const data = entry.get('data') as ImmutableMap;
    if (entry.get('collection') !== 'articles') return undefined;
    // A story that began as a copy of another has its id, and what has led to that one.
    if (entry.get('newRecord')) return data.set('id', newId()).delete('aliases');
    return data.get('id') ? undefined : data.set('id', newId());
  },
});
const dayOf = ({ today, timeZone }: Settings) => today ?? new Intl.DateTimeFormat('en-CA', { timeZone }).format();
const today = dayOf(settings);
const [year = '', month = '', day = ''] = today.split('-');
// A page that stays open past midnight files under the new day from the next story on.
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#/collections/articles/new'))
    void told().then((now) => dayOf(now) !== today && location.reload());
});
const config = JSON.stringify(settings.config).replace('YYYY', year).replace('MM', month).replace('DD', day);
CMS.init({ config: JSON.parse(config) as object });
