import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';

/** The fields at the head of a text file, and the text below them. */
export interface Matter {
  fields: Record<string, unknown>;
  body: string;
  /** Why the fields had to be read line by line: what the parser says. */
  fault?: string;
}

/** Fields in YAML, TOML or JSON at the head of a text; none where there are none. Broken ones are read line by line. */
export function matterOf(text: string): Matter {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const yaml = /^\s*---[ \t]*\n(?:([^]*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(clean);
  if (yaml) return read(yaml[1] ?? '', clean.slice(yaml[0].length), fromYaml);
  const toml = /^\s*\+\+\+[ \t]*\n(?:([^]*?)\n)?\+\+\+[ \t]*(?:\n|$)/.exec(clean);
  if (toml) return read(toml[1] ?? '', clean.slice(toml[0].length), parseToml);
  const json = /^\s*;;;[ \t]*\n([^]*?)\n;;;[ \t]*(?:\n|$)/.exec(clean);
  if (json) return read(json[1] ?? '', clean.slice(json[0].length), fromJson);
  if (/^\s*\{\s*\n?\s*"/.test(clean)) {
    const end = endOfJson(clean);
    if (end > 0) return read(clean.slice(0, end), clean.slice(end), fromJson);
  }
  return { fields: {}, body: clean };
}

function read(source: string, body: string, parse: (source: string) => unknown): Matter {
  try {
    const fields = parse(source);
    if (fields === null || fields === undefined) return { fields: {}, body };
    if (typeof fields === 'object' && !Array.isArray(fields))
      return { fields: fields as Record<string, unknown>, body };
    return { fields: lineByLine(source), body, fault: 'they are no fields' };
  } catch (error) {
    return { fields: lineByLine(source), body, fault: (error as Error).message.split('\n')[0] ?? '' };
  }
}

function fromYaml(source: string): unknown {
  const document = parseDocument(source, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
  const [fault] = document.errors;
  if (fault) throw fault;
  // Aliases that unfold to more than a story has are refused.
  return document.toJS({ maxAliasCount: 50 });
}

function fromJson(source: string): unknown {
  return JSON.parse(source);
}

/** `name: value` and `name = value`, one a line; items of lists below their names. */
function lineByLine(source: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  let open = '';
  for (const line of source.split('\n')) {
    const [, name, value = ''] = /^["']?([\w-]+)["']?\s*[:=]\s*(.*)$/.exec(line) ?? [];
    const item = /^\s+-?\s*(.+)$|^-\s+(.+)$/.exec(line);
    if (name) {
      open = name;
      fields[name] = value.trim().replace(/^(["'])(.*)\1,?$/, '$2');
    } else if (item && open) {
      const before = fields[open];
      const each = (item[1] ?? item[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
      fields[open] =
        before === '' ? [each] : Array.isArray(before) ? [...(before as unknown[]), each] : `${String(before)} ${each}`;
    } else if (line.trim()) fields[`line ${Object.keys(fields).length + 1}`] = line.trim();
  }
  return fields;
}

function endOfJson(text: string): number {
  let depth = 0;
  let inside = false;
  for (let index = 0; index < Math.min(text.length, 200_000); index += 1) {
    const letter = text[index];
    if (inside) {
      if (letter === '\\') index += 1;
      else if (letter === '"') inside = false;
    } else if (letter === '"') inside = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return 0;
}
