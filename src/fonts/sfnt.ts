/**
 * The little of the TrueType format that the font build needs: taking a font apart, joining two subsets,
 * and writing kerning as one compact class matrix and features as plain substitutions. Everything works on
 * glyf fonts without variations.
 */

export type Tables = Map<string, Buffer>;
/** Kerning of a glyph pair, `left * 65536 + right` to units. */
export type Pairs = Map<number, number>;

export function parse(font: Buffer): Tables {
  const tables: Tables = new Map();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    const offset = font.readUInt32BE(at + 8);
    tables.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12)));
  }
  return tables;
}

export function serialise(tables: Tables): Buffer {
  const names = [...tables.keys()].sort();
  const head = Buffer.alloc(12 + 16 * names.length);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(names.length, 4);
  const parts = [head];
  let offset = head.length;
  names.forEach((name, i) => {
    const data = table(tables, name);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    let sum = 0;
    for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
    const at = 12 + 16 * i;
    head.write(name, at, 'latin1');
    head.writeUInt32BE(sum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

export function table(tables: Tables, name: string): Buffer {
  const data = tables.get(name);
  if (!data) throw new Error(`the font has no ${name} table`);
  return data;
}

const words = (values: number[]): Buffer => {
  const out = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => out.writeUInt16BE(value & 0xffff, i * 2));
  return out;
};

const glyphCount = (tables: Tables): number => table(tables, 'maxp').readUInt16BE(4);

/** Code point to glyph, from a format 4 subtable. */
export function characters(tables: Tables): Map<number, number> {
  const cmap = table(tables, 'cmap');
  const map = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(8 + 8 * i);
    if (cmap.readUInt16BE(at) !== 4) continue;
    const twice = cmap.readUInt16BE(at + 6);
    for (let s = 0; s < twice; s += 2) {
      const end = cmap.readUInt16BE(at + 14 + s);
      const start = cmap.readUInt16BE(at + 16 + twice + s);
      const delta = cmap.readUInt16BE(at + 16 + 2 * twice + s);
      const rangeAt = at + 16 + 3 * twice + s;
      const range = cmap.readUInt16BE(rangeAt);
      for (let code = start; code <= end && code < 0xffff; code++) {
        let glyph = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + 2 * (code - start));
        if (range === 0 || glyph !== 0) glyph = (glyph + delta) & 0xffff;
        if (glyph !== 0) map.set(code, glyph);
      }
    }
    break;
  }
  return map;
}

export function cmapTable(map: Map<number, number>): Buffer {
  const segments: { start: number; end: number; delta: number }[] = [];
  for (const [code, glyph] of [...map].sort((a, b) => a[0] - b[0])) {
    const last = segments.at(-1);
    if (last && last.end === code - 1 && ((last.delta + code) & 0xffff) === glyph) last.end = code;
    else segments.push({ start: code, end: code, delta: (glyph - code) & 0xffff });
  }
  segments.push({ start: 0xffff, end: 0xffff, delta: 1 });
  const n = segments.length;
  const power = Math.floor(Math.log2(n));
  const body = [
    ...[4, 16 + 8 * n, 0, 2 * n, 2 ** (power + 1), power, 2 * n - 2 ** (power + 1)],
    ...segments.map((s) => s.end),
    0,
    ...segments.map((s) => s.start),
    ...segments.map((s) => s.delta),
    ...segments.map(() => 0),
  ];
  return words([0, 1, 3, 1, 0, 12, ...body]);
}

export function advances(tables: Tables): number[] {
  const metrics = table(tables, 'hmtx');
  const long = table(tables, 'hhea').readUInt16BE(34);
  return Array.from({ length: glyphCount(tables) }, (_, g) => metrics.readUInt16BE(4 * Math.min(g, long - 1)));
}

function bearings(tables: Tables): number[] {
  const metrics = table(tables, 'hmtx');
  const long = table(tables, 'hhea').readUInt16BE(34);
  return Array.from({ length: glyphCount(tables) }, (_, g) =>
    metrics.readInt16BE(g < long ? 4 * g + 2 : 4 * long + 2 * (g - long)),
  );
}

function outlines(tables: Tables): Buffer[] {
  const loca = table(tables, 'loca');
  const glyf = table(tables, 'glyf');
  const long = table(tables, 'head').readInt16BE(50) === 1;
  const at = (g: number): number => (long ? loca.readUInt32BE(4 * g) : 2 * loca.readUInt16BE(2 * g));
  return Array.from({ length: glyphCount(tables) }, (_, g) => glyf.subarray(at(g), at(g + 1)));
}

/** The same outline with the glyph numbers of its components moved. */
function renumber(outline: Buffer, shift: (glyph: number) => number): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
  const out = Buffer.from(outline);
  for (let at = 10, more = true; more;) {
    const flags = out.readUInt16BE(at);
    out.writeUInt16BE(shift(out.readUInt16BE(at + 2)), at + 2);
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    at += 4 + (flags & 0x01 ? 4 : 2) + scale;
    more = (flags & 0x20) !== 0;
  }
  return out;
}

/** `a` with the glyphs of `b` behind its own; a character that both have stays that of `a`. */
export function join(a: Tables, b: Tables): { tables: Tables; pairs: Pairs } {
  const first = glyphCount(a);
  const shift = (glyph: number): number => (glyph === 0 ? 0 : first + glyph - 1);
  const glyphs = [
    ...outlines(a),
    ...outlines(b)
      .slice(1)
      .map((outline) => renumber(outline, shift)),
  ];
  const widths = [...advances(a), ...advances(b).slice(1)];
  const left = [...bearings(a), ...bearings(b).slice(1)];
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const parts: Buffer[] = [];
  let offset = 0;
  glyphs.forEach((outline, g) => {
    const padded = Buffer.concat([outline, Buffer.alloc(outline.length % 2)]);
    parts.push(padded);
    offset += padded.length;
    loca.writeUInt32BE(offset, 4 * (g + 1));
  });

  const tables: Tables = new Map(a);
  tables.set('glyf', Buffer.concat(parts));
  tables.set('loca', loca);
  tables.set('hmtx', words(widths.flatMap((width, g) => [width, left[g] ?? 0])));
  tables.set(
    'cmap',
    cmapTable(new Map([...[...characters(b)].map(([c, g]) => [c, shift(g)] as const), ...characters(a)])),
  );

  const head = Buffer.from(table(a, 'head'));
  head.writeInt16BE(1, 50);
  for (const at of [36, 38]) head.writeInt16BE(Math.min(head.readInt16BE(at), table(b, 'head').readInt16BE(at)), at);
  for (const at of [40, 42]) head.writeInt16BE(Math.max(head.readInt16BE(at), table(b, 'head').readInt16BE(at)), at);
  tables.set('head', head);
  const hhea = Buffer.from(table(a, 'hhea'));
  hhea.writeUInt16BE(glyphs.length, 34);
  tables.set('hhea', hhea);
  const maxp = Buffer.from(table(a, 'maxp'));
  for (let at = 6; at + 1 < maxp.length; at += 2) {
    maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(at), table(b, 'maxp').readUInt16BE(at)), at);
  }
  maxp.writeUInt16BE(glyphs.length, 4);
  tables.set('maxp', maxp);

  const pairs = kerning(a);
  for (const [key, value] of kerning(b)) pairs.set(shift(key >>> 16) * 65536 + shift(key & 0xffff), value);
  return { tables, pairs };
}

function coverage(gpos: Buffer, at: number): number[] {
  const glyphs: number[] = [];
  const count = gpos.readUInt16BE(at + 2);
  if (gpos.readUInt16BE(at) === 1) {
    for (let i = 0; i < count; i++) glyphs.push(gpos.readUInt16BE(at + 4 + 2 * i));
  } else {
    for (let i = 0; i < count; i++) {
      const range = at + 4 + 6 * i;
      for (let g = gpos.readUInt16BE(range); g <= gpos.readUInt16BE(range + 2); g++) glyphs.push(g);
    }
  }
  return glyphs;
}

function classes(gpos: Buffer, at: number): Map<number, number> {
  const map = new Map<number, number>();
  if (gpos.readUInt16BE(at) === 1) {
    const start = gpos.readUInt16BE(at + 2);
    for (let i = 0; i < gpos.readUInt16BE(at + 4); i++) map.set(start + i, gpos.readUInt16BE(at + 6 + 2 * i));
  } else {
    for (let i = 0; i < gpos.readUInt16BE(at + 2); i++) {
      const range = at + 4 + 6 * i;
      for (let g = gpos.readUInt16BE(range); g <= gpos.readUInt16BE(range + 2); g++) {
        map.set(g, gpos.readUInt16BE(range + 4));
      }
    }
  }
  return map;
}

/** Where the lookups of a feature stand in a GSUB or GPOS table, in their order. */
function featureLookups(layout: Buffer, tag: string): number[] {
  const features = layout.readUInt16BE(6);
  const lookups = layout.readUInt16BE(8);
  const wanted = new Set<number>();
  for (let i = 0; i < layout.readUInt16BE(features); i++) {
    if (layout.toString('latin1', features + 2 + 6 * i, features + 6 + 6 * i) !== tag) continue;
    const at = features + layout.readUInt16BE(features + 6 + 6 * i);
    for (let k = 0; k < layout.readUInt16BE(at + 2); k++) wanted.add(layout.readUInt16BE(at + 4 + 2 * k));
  }
  return [...wanted].sort((a, b) => a - b).map((index) => lookups + layout.readUInt16BE(lookups + 2 + 2 * index));
}

/** Every pair that the `kern` feature moves. Of a lookup's subtables the first that knows the pair decides. */
export function kerning(tables: Tables): Pairs {
  const pairs: Pairs = new Map();
  const gpos = tables.get('GPOS');
  if (!gpos) return pairs;
  const glyphs = glyphCount(tables);
  for (const lookup of featureLookups(gpos, 'kern')) {
    const done: Pairs = new Map();
    for (let s = 0; s < gpos.readUInt16BE(lookup + 4); s++) {
      let at = lookup + gpos.readUInt16BE(lookup + 6 + 2 * s);
      let type = gpos.readUInt16BE(lookup);
      if (type === 9) {
        type = gpos.readUInt16BE(at + 2);
        at += gpos.readUInt32BE(at + 4);
      }
      // Contextual kerning (a handful of triples round spaces and quotes) is left out.
      if (type !== 2) continue;
      const format = gpos.readUInt16BE(at + 4);
      if (format !== 4 || gpos.readUInt16BE(at + 6) !== 0) {
        if (format === 0 && gpos.readUInt16BE(at + 6) === 0) continue;
        throw new Error('kerning other than of the first advance is not handled');
      }
      const covered = coverage(gpos, at + gpos.readUInt16BE(at + 2));
      const put = (left: number, right: number, value: number): void => {
        const key = left * 65536 + right;
        if (!done.has(key)) done.set(key, value);
      };
      if (gpos.readUInt16BE(at) === 1) {
        covered.forEach((left, i) => {
          const set = at + gpos.readUInt16BE(at + 10 + 2 * i);
          for (let k = 0; k < gpos.readUInt16BE(set); k++) {
            put(left, gpos.readUInt16BE(set + 2 + 4 * k), gpos.readInt16BE(set + 4 + 4 * k));
          }
        });
      } else {
        const one = classes(gpos, at + gpos.readUInt16BE(at + 8));
        const two = classes(gpos, at + gpos.readUInt16BE(at + 10));
        const columns = gpos.readUInt16BE(at + 14);
        for (const left of covered) {
          for (let right = 0; right < glyphs; right++) {
            const cell = (one.get(left) ?? 0) * columns + (two.get(right) ?? 0);
            put(left, right, gpos.readInt16BE(at + 16 + 2 * cell));
          }
        }
      }
    }
    for (const [key, value] of done) pairs.set(key, (pairs.get(key) ?? 0) + value);
  }
  return pairs;
}

function classTable(map: Map<number, number>): Buffer {
  const ranges: number[][] = [];
  for (const [glyph, value] of [...map].sort((a, b) => a[0] - b[0])) {
    const last = ranges.at(-1);
    if (last && last[1] === glyph - 1 && last[2] === value) last[1] = glyph;
    else ranges.push([glyph, glyph, value]);
  }
  return words([2, ranges.length, ...ranges.flat()]);
}

/** Groups of equal vectors, numbered from `from`; a vector of zeroes belongs to none. */
function group(vectors: Map<number, number[]>, from: number): { members: Map<number, number>; heads: number[][] } {
  const members = new Map<number, number>();
  const heads: number[][] = [];
  const known = new Map<string, number>();
  for (const [glyph, vector] of vectors) {
    if (vector.every((value) => value === 0)) continue;
    const key = vector.join();
    let index = known.get(key);
    if (index === undefined) {
      index = heads.push(vector) - 1;
      known.set(key, index);
    }
    members.set(glyph, index + from);
  }
  return { members, heads };
}

function coverageTable(glyphs: number[]): Buffer {
  const runs: number[][] = [];
  [...glyphs]
    .sort((a, b) => a - b)
    .forEach((glyph, i) => {
      const last = runs.at(-1);
      if (last && last[1] === glyph - 1) last[1] = glyph;
      else runs.push([glyph, glyph, i]);
    });
  return words([2, runs.length, ...runs.flat()]);
}

/** The one lookup of a feature, with its one subtable. */
interface Lookup {
  tag: string;
  type: number;
  subtable: Buffer;
}

/** A GSUB or GPOS table of one lookup for each feature; scripts DFLT and latn share one language system. */
function layoutTable(entries: Lookup[]): Buffer {
  const n = entries.length;
  const tag = (text: string): number[] => [Buffer.from(text).readUInt16BE(0), Buffer.from(text).readUInt16BE(2)];
  const sorted = [...entries].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const scripts = words([2, ...tag('DFLT'), 14, ...tag('latn'), 14, 4, 0, 0, 0xffff, n, ...sorted.keys()]);
  const features = words([
    n,
    ...sorted.flatMap((entry, i) => [...tag(entry.tag), 2 + 6 * n + 6 * i]),
    ...sorted.flatMap((_, i) => [0, 1, i]),
  ]);
  const offsets: number[] = [];
  const parts: Buffer[] = [];
  let offset = 2 + 2 * n;
  for (const { type, subtable } of sorted) {
    offsets.push(offset);
    parts.push(words([type, 0, 1, 8]), subtable);
    offset += 8 + subtable.length;
  }
  const at = [10, 10 + scripts.length, 10 + scripts.length + features.length];
  return Buffer.concat([words([1, 0, ...at]), scripts, features, words([n, ...offsets]), ...parts]);
}

/** A GSUB table in which each feature puts one glyph for another. */
export function substitutionTable(features: Record<string, Map<number, number>>): Buffer {
  const entries = Object.entries(features).map(([tag, map]) => {
    const pairs = [...map].sort((a, b) => a[0] - b[0]);
    const cover = coverageTable(pairs.map(([from]) => from));
    const shifts = new Set(pairs.map(([from, to]) => to - from));
    const [shift = 0] = shifts;
    const all = pairs.map(([, to]) => to);
    const head = shifts.size === 1 ? [1, 6, shift] : [2, 6 + 2 * all.length, all.length, ...all];
    return { tag, type: 1, subtable: Buffer.concat([words(head), cover]) };
  });
  return layoutTable(entries);
}

/** What a feature of single substitutions makes of each glyph; of several lookups the first that knows it decides. */
export function substitutions(tables: Tables, tag: string): Map<number, number> {
  const map = new Map<number, number>();
  const gsub = table(tables, 'GSUB');
  for (const lookup of featureLookups(gsub, tag)) {
    for (let s = 0; s < gsub.readUInt16BE(lookup + 4); s++) {
      let at = lookup + gsub.readUInt16BE(lookup + 6 + 2 * s);
      let type = gsub.readUInt16BE(lookup);
      if (type === 7) {
        type = gsub.readUInt16BE(at + 2);
        at += gsub.readUInt32BE(at + 4);
      }
      if (type !== 1) throw new Error(`${tag} is not of single substitutions`);
      coverage(gsub, at + gsub.readUInt16BE(at + 2)).forEach((glyph, i) => {
        const to =
          gsub.readUInt16BE(at) === 1 ? (glyph + gsub.readInt16BE(at + 4)) & 0xffff : gsub.readUInt16BE(at + 6 + 2 * i);
        if (!map.has(glyph)) map.set(glyph, to);
      });
    }
  }
  return map;
}

/** A GPOS table with nothing but `kern`, as one matrix of classes. */
export function kernTable(pairs: Pairs, glyphs: number): Buffer | undefined {
  const all = Array.from({ length: glyphs }, (_, g) => g);
  const value = (left: number, right: number): number => pairs.get(left * 65536 + right) ?? 0;
  const rows = group(new Map(all.map((left) => [left, all.map((right) => value(left, right))])), 0);
  if (rows.heads.length === 0) return undefined;
  const columns = group(new Map(all.map((right) => [right, rows.heads.map((row) => row[right] ?? 0)])), 1);
  const cover = coverageTable([...rows.members.keys()]);
  const one = classTable(new Map([...rows.members].filter(([, c]) => c !== 0)));
  const two = classTable(columns.members);
  const cells = rows.heads.flatMap((_, row) => [0, ...columns.heads.map((column) => column[row] ?? 0)]);
  const start = 16 + 2 * cells.length;
  const subtable = Buffer.concat([
    words([2, start, 4, 0, start + cover.length, start + cover.length + one.length]),
    words([rows.heads.length, columns.heads.length + 1, ...cells]),
    cover,
    one,
    two,
  ]);
  return layoutTable([{ tag: 'kern', type: 2, subtable }]);
}

/** A name table of English records for Windows. */
export function nameTable(names: Record<number, string>): Buffer {
  const records: number[] = [];
  const texts: Buffer[] = [];
  let offset = 0;
  const entries = Object.entries(names).sort((a, b) => Number(a[0]) - Number(b[0]));
  for (const [id, text] of entries) {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    records.push(3, 1, 0x409, Number(id), bytes.length, offset);
    texts.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat([words([0, entries.length, 6 + 12 * entries.length, ...records]), ...texts]);
}

/** The text of a name record, if the font has it in Unicode. */
export function nameOf(tables: Tables, id: number): string | undefined {
  const name = table(tables, 'name');
  for (let i = 0; i < name.readUInt16BE(2); i++) {
    const at = 6 + 12 * i;
    if (name.readUInt16BE(at) !== 3 || name.readUInt16BE(at + 6) !== id) continue;
    const start = name.readUInt16BE(4) + name.readUInt16BE(at + 10);
    return Buffer.from(name.subarray(start, start + name.readUInt16BE(at + 8)))
      .swap16()
      .toString('utf16le');
  }
  return undefined;
}
