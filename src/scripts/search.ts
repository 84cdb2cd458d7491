/** Searches the archive on the search page. Nothing of the index is loaded before a reader asks something. */
export {};

interface Settings {
  /** Folders below `/pagefind/`, those in the paper's own language first: `en-x-0`. */
  parts: string[];
  /** Those of them whose language puts no space between words. */
  unspaced?: string[];
  language: string;
  found: Partial<Record<Intl.LDMLPluralRule, string>>;
  nothing: string;
  near: string;
  busy: string;
  failed: string;
}

interface Card {
  headline: string;
  over: string;
  language: string;
  direction: string;
  date: { iso: string; text: string };
  at: number;
  picture?: { src: string; width: number; height: number; alt: string };
}

interface Result {
  /** Begins with the name of its part. */
  id: string;
  score: number;
  /** Places in the text of the words that were found. */
  words: number[];
  data(): Promise<{
    url: string;
    content: string;
    excerpt: string;
    meta: Record<string, string>;
    filters: Record<string, string[]>;
  }>;
}

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  mergeIndex(part: string, options: object): Promise<void>;
  search(words: string | null, options: object): Promise<{ results: Result[] }>;
}

type Shown = { url: string; excerpt: string; card: Card };

const resultsAtOnce = 20;
const narrowing = ['section', 'topic', 'contributor', 'year'];

const form = one<HTMLFormElement>(document, 'form[data-search]');
const field = one<HTMLInputElement>(form, '[name=q]');
const said = one<HTMLElement>(document, '.search-status');
const list = one<HTMLElement>(document, '.results');
const more = one<HTMLElement>(document, '.search-more');
const near = one<HTMLElement>(document, '.search-near');
/** What a reader finds without asking, or where there is nothing to be found. */
const elsewhere = [...document.querySelectorAll<HTMLElement>('.search-years, .newest')];
const showElsewhere = (shown: boolean) => elsewhere.forEach((each) => (each.hidden = !shown));
const row = one<HTMLTemplateElement>(document, '#result');
const settings = JSON.parse(form.dataset.search ?? '') as Settings;
const number = new Intl.NumberFormat(settings.language);
const plural = new Intl.PluralRules(settings.language);

let latest = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
let rest: Result[][] = [];
let order: string = '';
let loaded: Promise<Pagefind[]> | undefined;
let loads = 0;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void search();
});
form.addEventListener('change', (event) => {
  if (event.target !== field) void search();
});
field.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void search(), 200);
});
addEventListener('popstate', takeAddress);
more.addEventListener('click', () => void showMore());
// From the field down into the results and back.
one(document, '.searching').addEventListener('keydown', (event) => {
  const { key, target } = event as KeyboardEvent;
  if ((key !== 'ArrowDown' && key !== 'ArrowUp') || target instanceof HTMLSelectElement) return;
  const stops: HTMLElement[] = [field, ...list.querySelectorAll('a')];
  const next = stops[stops.indexOf(target as HTMLElement) + (key === 'ArrowDown' ? 1 : -1)];
  if (!next || !stops.includes(target as HTMLElement)) return;
  event.preventDefault();
  next.focus();
});
takeAddress();

/** Fills the form from the address, and searches for what it asks. */
function takeAddress(): void {
  const asked = new URLSearchParams(location.search);
  for (const control of form.elements)
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      control.value = asked.get(control.name) ?? '';
  for (const select of form.querySelectorAll('select')) if (select.selectedIndex < 0) select.selectedIndex = 0;
  void search();
}

/** @param again whether what was loaded before was of no use: the index may have been published anew since then */
async function search(again = false): Promise<void> {
  clearTimeout(waiting);
  const turn = ++latest;
  const asked = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() ? [[name, value.trim()] as const] : [],
  );
  const { q = null, sort = '', ...others } = Object.fromEntries(asked) as Record<string, string | undefined>;
  const filters = Object.fromEntries(Object.entries(others).filter(([name]) => narrowing.includes(name)));
  const query = new URLSearchParams(asked.map(([name, value]) => [name, value])).toString();
  history.replaceState(history.state, '', query ? `?${query}` : location.pathname);
  const idle = q === null && Object.keys(filters).length === 0;
  showElsewhere(idle);
  if (idle) return clear('');
  said.textContent = settings.busy;
  list.ariaBusy = 'true';
  try {
    loaded ??= load();
    const programs = await loaded;
    // Without words there is nothing to be relevant to.
    const by = sort || (q === null ? 'newest' : '');
    const narrowed = { filters, ...(by ? { sort: { date: by === 'oldest' ? 'asc' : 'desc' } } : {}) };
    const results = await Promise.all(
      programs.map(async (program) => {
        const { results: found } = await program.search(q, narrowed);
        return q === null ? found : withoutGuesses(program, found, q, filters);
      }),
    );
    const count = results.flat().length;
    const lists = by
      ? results.flatMap((each) => byLanguage(each, by))
      : [results.flat().sort((a, b) => b.score - a.score)];
    const shown = await take(lists, by);
    if (turn !== latest) return;
    clear(
      count === 0
        ? settings.nothing.replace('{query}', () => q ?? '')
        : (settings.found[plural.select(count)] ?? settings.found.other ?? '').replace('{count}', number.format(count)),
    );
    order = by;
    append(shown);
    if (count > 0) return;
    showElsewhere(true);
    const words = await nearTo(q ?? '', programs);
    if (turn === latest) offer(words);
  } catch {
    loaded = undefined;
    if (turn !== latest) return;
    if (!again) return search(true);
    clear(settings.failed);
    showElsewhere(true);
  }
}

async function showMore(): Promise<void> {
  const turn = latest;
  const last = list.childElementCount;
  try {
    const taken = await take(rest, order);
    if (turn !== latest) return;
    append(taken);
    list.children[last]?.querySelector('a')?.focus();
  } catch {
    // Of an index that was published anew not every page is where it was: the search begins from the first.
    loaded = undefined;
    if (turn === latest) await search(true);
  }
}

/** Words that lead somewhere: those of the reader that do by themselves, then names and headlines of the page that are spelt nearly so. */
async function nearTo(q: string, programs: readonly Pagefind[]): Promise<string[]> {
  const asked = q.split(/\s+/).filter(({ length }) => length > 2);
  const sources = document.querySelectorAll(
    '.search-filters select:not([name=sort]) option[value]:not([value=""]), .newest a',
  );
  const known = new Set([...sources].flatMap(({ textContent }) => textContent.match(/[\p{L}\p{M}]{4,}/gu) ?? []));
  const alike = [...known].filter((word) => asked.some((each) => isAlike(plain(each), plain(word))));
  const found: string[] = [];
  for (const word of new Set([...(asked.length > 1 ? asked : []), ...alike])) {
    const counts = await Promise.all(
      programs.map(async (program) => (await program.search(`"${word}"`, { filters: {} })).results.length),
    );
    if (counts.some(Boolean)) found.push(word);
    if (found.length === 5) break;
  }
  return found;
}

/** Whether one word becomes the other by one change for each four letters. */
function isAlike(one: string, other: string): boolean {
  const most = Math.max(1, Math.floor(one.length / 4));
  if (Math.abs(one.length - other.length) > most || one === other) return false;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1)
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other[j] ? 0 : 1)));
    row = next;
  }
  return (row.at(-1) ?? Infinity) <= most;
}

function offer(words: readonly string[]): void {
  near.hidden = words.length === 0;
  near.replaceChildren(settings.near);
  for (const word of words) {
    const link = document.createElement('a');
    link.href = `?q=${encodeURIComponent(word)}`;
    link.textContent = word;
    near.append(' ', link);
  }
}

function clear(sentence: string): void {
  said.textContent = sentence;
  near.hidden = true;
  list.replaceChildren();
  list.ariaBusy = null;
  more.hidden = true;
  rest = [];
}

/**
 * Results by date: one list for each language, in order. Parts follow each other in time, and each gives its own results
 * in order.
 */
function byLanguage(results: Result[], by: string): Result[][] {
  const lists = new Map<string, Map<number, Result[]>>();
  for (const result of results) {
    const [language = '', , part = '0'] = partOf(result).split('-');
    const parts = lists.get(language) ?? new Map<number, Result[]>();
    lists.set(language, parts);
    parts.set(Number(part), [...(parts.get(Number(part)) ?? []), result]);
  }
  const forward = by === 'oldest' ? 1 : -1;
  return [...lists.values()].map((parts) =>
    [...parts].sort(([a], [b]) => forward * (a - b)).flatMap(([, each]) => each),
  );
}

/**
 * A part of the index that has no word like the reader's takes the longest beginning of it: "norden" finds "no".
 * Results of such a part are left out.
 */
async function withoutGuesses(program: Pagefind, found: Result[], q: string, filters: object): Promise<Result[]> {
  if (/^".*"$/.test(q)) return found;
  const asked = q.split(/\s+/).map(plain).filter(Boolean);
  const known = await Promise.all(
    asked.map(async (word) => new Set((await program.search(`"${word}"`, { filters })).results.map(partOf))),
  );
  const firsts = new Map(found.toReversed().map((result) => [partOf(result), result]));
  const sound = new Set<string>();
  await Promise.all(
    [...firsts].map(async ([part, first]) => {
      const others = asked.filter(
        (word, index) => !known[index]?.has(part) && !(isUnspaced(part) && /\P{ASCII}/u.test(word)),
      );
      if (others.length === 0 || (await beginAs(first, others))) sound.add(part);
    }),
  );
  return found.filter((result) => sound.has(partOf(result)));
}

/** Whether words that were found in a story have the reader's in them: "harb" is in "harbour". */
async function beginAs(result: Result, asked: string[]): Promise<boolean> {
  const { content, meta } = await result.data();
  const text = content.split(/\s+/);
  const words = isUnspaced(partOf(result)) ? [content] : result.words.map((place) => text[place] ?? '');
  const found = [...words, ...Object.values(meta)].map(plain);
  return asked.every((word) => found.some((each) => each.includes(word)));
}

/** Letters and figures alone, small and without marks. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function partOf({ id }: Result): string {
  return id.replace(/_.*/, '');
}

interface Taken {
  next: Shown[];
  rest: Result[][];
}

/** The next results: of several lists, those that come first by date. */
async function take(lists: Result[][], by: string): Promise<Taken> {
  const heads = await Promise.all(
    lists.map((each, from) =>
      Promise.all(each.slice(0, resultsAtOnce).map(async (result) => ({ from, ...(await shownOf(result)) }))),
    ),
  );
  const next = heads.flat();
  if (by) next.sort((a, b) => (by === 'oldest' ? 1 : -1) * (a.card.at - b.card.at));
  next.length = Math.min(next.length, resultsAtOnce);
  return { next, rest: lists.map((each, from) => each.slice(next.filter((taken) => taken.from === from).length)) };
}

function append(taken: Taken): void {
  list.append(...taken.next.map(rowOf));
  rest = taken.rest;
  more.hidden = rest.every((each) => each.length === 0);
}

async function shownOf(result: Result): Promise<Shown> {
  const { url, excerpt, filters } = await result.data();
  return { url, excerpt, card: JSON.parse(filters['result-card']?.[0] ?? '') as Card };
}

function rowOf({ url, excerpt, card }: Shown): Node {
  const made = row.content.cloneNode(true) as DocumentFragment;
  const words = one<HTMLElement>(made, '.result-words');
  words.lang = card.language;
  words.dir = card.direction;
  one(made, '.kicker').textContent = card.over;
  const link = one<HTMLAnchorElement>(made, 'a');
  link.href = url;
  link.textContent = card.headline;
  one(made, '.excerpt').append(...marked(excerpt));
  const date = one<HTMLTimeElement>(made, 'time');
  date.dateTime = card.date.iso;
  date.textContent = card.date.text;
  const image = one<HTMLImageElement>(made, 'img');
  // The headline says it; words of the picture would be seen until it is there.
  if (card.picture) Object.assign(image, card.picture, { alt: '' });
  else image.remove();
  return made;
}

/** An excerpt comes as HTML in which only the marks are elements; it is read here, so that no text ever becomes one. */
function marked(excerpt: string): Node[] {
  return excerpt.split(/<mark>(.*?)<\/mark>/s).map((piece, index) => {
    const text = piece.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    if (index % 2 === 0) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

/**
 * The program of each language with the parts that it reads. Languages that are written without spaces have no forms of
 * words to be undone, and are read by the program of the paper's own.
 */
async function load(): Promise<Pagefind[]> {
  loads += 1;
  const own = languageOf(settings.parts[0] ?? '');
  const groups = Map.groupBy(settings.parts, (part) => {
    const language = languageOf(part);
    return isUnspaced(part) ? own : language;
  });
  return Promise.all(
    [...groups.values()].map(async ([first = '', ...others]) => {
      // Under another address it is another program, which reads the index anew.
      const file = `${import.meta.env.BASE_URL}pagefind/${first}/pagefind.js${loads > 1 ? `?${loads}` : ''}`;
      const program = (await import(/* @vite-ignore */ file)) as Pagefind;
      const options = { excerptLength: 30, excerptEllipsis: '…' };
      await program.options(options);
      await program.init();
      await Promise.all(
        others.map((part) =>
          program.mergeIndex(`${import.meta.env.BASE_URL}pagefind/${part}/`, { ...options, language: part }),
        ),
      );
      return program;
    }),
  );
}

/** Whether the language of a part puts no space between words. */
function isUnspaced(part: string): boolean {
  return settings.unspaced?.includes(part) ?? false;
}

function languageOf(part: string): string {
  return part.split('-')[0] ?? '';
}

function one<Kind extends Element>(within: ParentNode, selector: string): Kind {
  const found = within.querySelector<Kind>(selector);
  if (!found) throw new Error(`The search page has no ${selector}`);
  return found;
}
