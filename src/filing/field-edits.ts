import {
  isAlias,
  isCollection,
  isMap,
  isSeq,
  parseDocument,
  stringify,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';

/**
 * A Markdown file in which a field of the front matter has another value; one that is not there comes at the end. All else stays as it is
 * written: comments, order, quotation marks, ends of lines.
 * @throws Error where the front matter is written in a way that keeps the field from being changed by itself
 */
export function withField(text: string, name: string, value: unknown): string {
  return edited(text, (fields) => {
    const pair = pairOf(fields, name);
    const written = `${name}: ${flow(value)}`;
    if (!pair) return { at: Infinity, to: Infinity, by: written, expected: { [name]: value } };
    const { at, to } = spanOf(pair);
    return { at, to, by: written, expected: { [name]: value } };
  });
}

/** A Markdown file without a field of the front matter, and without the lines that it takes; as {@link withField}. */
export function withoutField(text: string, name: string): string {
  return edited(text, (fields, source) => {
    const pair = pairOf(fields, name);
    if (!pair) return { at: 0, to: 0, by: '', expected: {} };
    const { at, to } = spanOf(pair);
    const end = lineEnd(source, to);
    const behind = end + (/^\r?\n/.exec(source.slice(end))?.[0].length ?? 0);
    return { at: source.lastIndexOf('\n', at - 1) + 1, to: behind, by: '', expected: { [name]: undefined } };
  });
}

/** A Markdown file in which a list of the front matter has one item more, at its end; as {@link withField}. */
export function withItem(text: string, name: string, item: unknown): string {
  return edited(text, (fields, source) => {
    const pair = pairOf(fields, name);
    const list = pair?.value;
    const before = isSeq(list) ? list.toJSON() : [];
    const expected = { [name]: [...before, item] };
    if (pair && isSeq(list) && list.items.length > 0) {
      const last = endOf(source, list.items.at(-1) as Node);
      if (list.flow) return { at: last, to: last, by: `, ${flow(item)}`, expected };
      const first = (list.items[0] as Node).range?.[0] ?? 0;
      const dash = source.lastIndexOf('-', first);
      const indent = source.slice(source.lastIndexOf('\n', dash) + 1, dash);
      const at = lineEnd(source, last);
      return { at, to: at, by: `\n${indent}- ${flow(item)}`, expected };
    }
    const written = `${name}:\n  - ${flow(item)}`;
    return pair ? { ...spanOf(pair), by: written, expected } : { at: Infinity, to: Infinity, by: written, expected };
  });
}

/** A field of the front matter as YAML reads it; `undefined` where there is none, or no front matter. */
export function fieldOf(text: string, name: string): unknown {
  const yaml = /^\uFEFF?---[ \t]*\r?\n([^]*?\n)?---[ \t]*(?:\r?\n|$)/.exec(text)?.[1] ?? '';
  const fields = parseDocument(yaml);
  return fields.errors.length === 0 && isMap(fields.contents)
    ? (fields.toJSON() as Record<string, unknown>)[name]
    : undefined;
}

/** A Markdown file in which a part of a field has another value, or is added at the field's end; as {@link withField}. */
export function withPart(text: string, [name, part]: [field: string, part: string], value: unknown): string {
  return edited(text, (fields, source) => {
    const whole = pairOf(fields, name)?.value;
    if (!isMap(whole) || whole.items.length === 0) throw unwritable();
    const before = whole.toJSON() as Record<string, unknown>;
    const expected = { [name]: { ...before, [part]: value } };
    const pair = pairOf(whole, part);
    const written = `${part}: ${flow(value)}`;
    if (pair) return { ...spanOf(pair), by: written, expected };
    const last = whole.items.at(-1) as Pair<Scalar, Node | null>;
    const at = last.value ? endOf(source, last.value) : spanOf(last).to;
    if (whole.flow) return { at, to: at, by: `, ${written}`, expected };
    const first = (whole.items[0] as Pair<Scalar>).key.range?.[0] ?? 0;
    const indent = source.slice(source.lastIndexOf('\n', first) + 1, first);
    const behind = lineEnd(source, at);
    return { at: behind, to: behind, by: `\n${indent}${written}`, expected };
  });
}

interface Edit {
  at: number;
  to: number;
  by: string;
  expected: Record<string, unknown>;
}

function edited(text: string, edit: (fields: YAMLMap, source: string) => Edit): string {
  const parts = /^(\uFEFF?---[ \t]*\r?\n)([^]*?\n)?(---[ \t]*(?:\r?\n|$)[^]*)$/.exec(text);
  const [, head = '', yaml = '', rest = ''] = parts ?? [];
  const lines = yaml.includes('\r\n') ? '\r\n' : '\n';
  const before = parseDocument(yaml);
  if (!parts || before.errors.length > 0 || !isMap(before.contents)) throw unwritable();
  const { at, to, by, expected } = edit(before.contents, yaml);
  const put = by.replaceAll('\n', lines);
  const after = at === Infinity ? `${yaml}${put}${lines}` : `${yaml.slice(0, at)}${put}${yaml.slice(to)}`;
  const meant = { ...(before.toJSON() as object), ...expected };
  const read = parseDocument(after);
  if (read.errors.length > 0 || JSON.stringify(read.toJSON()) !== JSON.stringify(meant)) throw unwritable();
  return `${head}${after}${rest}`;
}

function unwritable(): Error {
  return new Error('its fields are written in a way that only you can change');
}

function pairOf(fields: YAMLMap, name: string): Pair<Scalar, Node | null> | undefined {
  return (fields.items as Pair<Scalar, Node | null>[]).find(({ key }) => key.value === name);
}

/** From the name of a field to the end of its value. */
function spanOf({ key, value }: Pair<Scalar, Node | null>): { at: number; to: number } {
  const source = value?.range ?? key.range;
  if (isAlias(value) || !key.range || !source) throw unwritable();
  return { at: key.range[0], to: value ? trimmedEnd(value) : key.range[1] + 1 };
}

function trimmedEnd(value: Node): number {
  // A value of several lines ends where its last part does, before the end of the line.
  if (isCollection(value) && value.items.length > 0 && !value.flow) {
    const last = value.items.at(-1);
    const inside = isMap(value) ? (((last as Pair).value ?? (last as Pair).key) as Node) : (last as Node);
    return trimmedEnd(inside);
  }
  return value.range?.[1] ?? 0;
}

function endOf(source: string, item: Node): number {
  const end = trimmedEnd(item);
  return source.slice(0, end).trimEnd().length;
}

/** The end of a line behind a value: its comment goes with it. */
function lineEnd(source: string, at: number): number {
  return at + (/^[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/.exec(source.slice(at))?.[0].length ?? 0);
}

/** YAML on one line. */
function flow(value: unknown): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).replace(/\n$/, '');
  const breaks = /[\n\u0085\u2028\u2029]/;
  if (!breaks.test(text)) return text;
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
