import { parse, stringify } from 'yaml';
import { withField, withoutField, withPart } from '../filing/field-edits.ts';

/**
 * A file of the paper as the editor in the browser holds it: its fields by name, each in one form where an editor may type several, and
 * the text below them as `body`.
 */
export type Copy = Record<string, unknown>;

/** What the editor knows of fields: their names, in the order of the schema, and by paths such as `promos.follow` what holds where nothing is said. */
export interface Known {
  names: readonly string[];
  defaults: Readonly<Copy>;
}

/** A file as the editor takes it. @throws Error where its fields cannot be read */
export function copyOf(text: string): Copy {
  const { fields, body } = partsOf(text);
  const filed = (parse(fields) ?? {}) as Copy;
  const copy = Object.fromEntries(Object.entries(filed).map(([name, value]) => [name, opened(name, value)]));
  return body === undefined ? copy : { ...copy, body };
}

/**
 * A file as it is to be filed. Of one that there was before only what the editor has changed is written anew: all other fields, their order
 * and comments, and a body that has the same words stay as they are written.
 * @param before the file as it was; nothing for a new one
 */
export function filedCopy(copy: Copy, before: string | undefined, { names, defaults }: Known): string {
  const { body, ...fields } = copy;
  if (before === undefined) {
    const order = [...names, ...Object.keys(fields).filter((name) => !names.includes(name))];
    const written = order.flatMap((name) => {
      const value = closed(name, fields[name]);
      return value === undefined || isSame(fields[name], undefined, name, defaults) ? [] : [[name, value]];
    });
    return whole(Object.fromEntries(written) as Copy, body);
  }
  const were = copyOf(before);
  const changed = Object.keys({ ...were, ...fields }).filter(
    (name) =>
      name !== 'body' &&
      // What the editor does not know of is none of its business.
      (fields[name] !== undefined || names.includes(name)) &&
      !isSame(fields[name], were[name], name, defaults),
  );
  const text = isSame(body, were.body) ? before : withBody(before, body);
  try {
    return changed.reduce((so, name) => rewritten(so, name, closed(name, fields[name])), text);
  } catch {
    const kept = parse(partsOf(before).fields) as Copy;
    for (const name of changed) kept[name] = closed(name, fields[name]);
    const yaml = stringify(JSON.parse(JSON.stringify(kept)), { lineWidth: 0 });
    const rest = partsOf(text).body;
    return rest === undefined ? yaml : `---\n${yaml}---\n${rest}`;
  }
}

const matter = /^(\uFEFF?---[ \t]*\r?\n)([^]*?\n)?(---[ \t]*(?:\r?\n|$))([^]*)$/;

/** Of a file of fields alone there is no body. */
function partsOf(text: string): { fields: string; body: string | undefined } {
  const [, , fields = '', , body] = matter.exec(text) ?? [];
  return body === undefined ? { fields: text, body: undefined } : { fields, body };
}

function whole(fields: Copy, body: unknown): string {
  const yaml = Object.keys(fields).length > 0 ? stringify(fields, { lineWidth: 0 }) : '';
  return body === undefined ? yaml : `---\n${yaml}---\n\n${wordsOf(body)}\n`;
}

function withBody(text: string, body: unknown): string {
  const [, open = '', fields = '', close = ''] = matter.exec(text) ?? [];
  const [space = '\n'] = /^\s*?\n(?=\S)/.exec(partsOf(text).body ?? '') ?? [];
  return `${open}${fields}${close}${space}${wordsOf(body)}\n`;
}

const wordsOf = (body: unknown) => (typeof body === 'string' ? body.trim() : '');

function rewritten(text: string, name: string, value: unknown): string {
  // Fields of a file without a body are changed as those of front matter are.
  if (partsOf(text).body === undefined)
    return rewritten(`---\n${text.replace(/(?<!\n)$/, '\n')}---\n`, name, value).slice(4, -4);
  if (value === undefined) return withoutField(text, name);
  const before = (parse(partsOf(text).fields) as Copy)[name];
  if (!isPlain(before) || !isPlain(value) || Object.keys(before).some((part) => !(part in value)))
    return withField(text, name, value);
  return Object.entries(value)
    .filter(([part, now]) => !isSame(now, before[part]))
    .reduce((so, [part, now]) => withPart(so, [name, part], now), text);
}

/**
 * Whether two values of a field say the same: the editor takes away spaces around words, has empty ones for what is not there, and fills in
 * what holds where nothing is said.
 */
function isSame(one: unknown, other: unknown, path = '', defaults: Copy = {}): boolean {
  return JSON.stringify(canonical(one, path, defaults)) === JSON.stringify(canonical(other, path, defaults));
}

function canonical(value: unknown, path: string, defaults: Copy): unknown {
  if (value === defaults[path]) return undefined;
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').trim() || undefined;
  if (Array.isArray(value)) return value.length > 0 ? value.map((item) => canonical(item, path, defaults)) : undefined;
  if (!isPlain(value)) return value ?? undefined;
  const entries = Object.entries(value)
    .map(([name, part]) => [name, canonical(part, `${path}.${name}`, defaults)] as const)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The value of a field in the one form that the editor has. What is not as it should be stays as it is. */
function opened(name: string, value: unknown): unknown {
  switch (name) {
    case 'status':
      if (typeof value === 'string') return { state: value };
      if (!isPlain(value)) return value;
      if ('embargoedUntil' in value) return { state: 'embargoed', time: value.embargoedUntil };
      if ('withdrawn' in value) return { state: 'withdrawn', time: value.withdrawn, reason: value.reason };
      return value;
    case 'related':
      return groups(value, (story) => (typeof story === 'string' ? { article: story } : story));
    case 'pairs':
      return each(value, (pair) =>
        Array.isArray(pair) ? { left: pair[0] as unknown, right: pair[1] as unknown } : pair,
      );
    default:
      return value;
  }
}

/** The value of a field as it is filed; `undefined` where it is empty. */
function closed(name: string, value: unknown): unknown {
  const filled = withoutEmpty(value);
  switch (name) {
    case 'status': {
      if (!isPlain(filled)) return filled;
      const { state, time = '', reason = '' } = filled;
      if (state === 'embargoed') return { embargoedUntil: time };
      return state === 'withdrawn' ? { withdrawn: time, reason } : state;
    }
    case 'related':
      return groups(filled, (story) =>
        isPlain(story) && 'article' in story && !('note' in story) ? story.article : story,
      );
    case 'pairs':
      return each(filled, (pair) => (isPlain(pair) ? [pair.left, pair.right] : pair));
    default:
      return filled;
  }
}

function each(value: unknown, made: (item: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(made) : value;
}

function groups(value: unknown, made: (story: unknown) => unknown): unknown {
  return each(value, (group) => (isPlain(group) ? { ...group, stories: each(group.stories, made) } : group));
}

function withoutEmpty(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (!isPlain(value)) return value ?? undefined;
  const parts = Object.entries(value)
    .map(([name, part]) => [name, withoutEmpty(part)] as const)
    .filter(([, part]) => part !== undefined);
  if (parts.length === 0) return undefined;
  const filled = Object.fromEntries(parts);
  // A picture that is decoration says so by an empty one.
  return 'file' in filled && !('alt' in filled) ? { ...filled, alt: '' } : filled;
}

function isPlain(value: unknown): value is Copy {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
