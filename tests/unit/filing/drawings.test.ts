import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { draw, readDrawing } from '../../../src/filing/drawings.ts';

const svg = (content: string, head = '') =>
  Buffer.from(
    `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="40">${content}</svg>`,
  );
const box = '<rect width="60" height="40" fill="#036"/>';
const png = (
  await sharp({ create: { width: 4, height: 4, channels: 3, background: '#036' } })
    .png()
    .toBuffer()
).toString('base64');

const faultOf = (drawing: Buffer) => readDrawing(drawing).fault?.is;

describe('A drawing is refused', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', 'has <script> in it'],
    ['a script of another site', '<script xlink:href="https://x.example/a.js"/>', 'has <script> in it'],
    ['a movement', '<rect><animate attributeName="x" to="9" dur="1s"/></rect>', 'has <animate> in it'],
    ['a change of a link', '<a><set attributeName="href" to="javascript:alert(1)"/></a>', 'has <set> in it'],
    [
      'HTML',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Ships</p></foreignObject>',
      'has <foreignObject> in it',
    ],
    ['HTML without a frame', '<p xmlns="http://www.w3.org/1999/xhtml">Ships</p>', 'has <p> in it'],
    ['a text along a line', '<text><textPath href="#line">Ships</textPath></text>', 'has <textPath> in it'],
    ['a part of another file', '<use href="other.svg#a"/>', 'refers to "other.svg#a"'],
    [
      'a picture of another site',
      '<image xlink:href="https://x.example/a.png"/>',
      'refers to "https://x.example/a.png"',
    ],
    ['a file of the machine', '<image href="file:///etc/passwd"/>', 'refers to "file:///etc/passwd"'],
    [
      'a drawing within',
      '<image href="data:image/svg+xml;base64,AAAA"/>',
      'has a picture that is neither PNG nor JPEG',
    ],
    ['a page within', '<image href="data:text/html,Ships"/>', 'has a picture that is neither PNG nor JPEG'],
    [
      'another file by XInclude',
      '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="a.svg"/>',
      'refers to "a.svg"',
    ],
    [
      'a style sheet by its address',
      '<style>@import url(https://x.example/a.css);</style>',
      'refers to "https://x.example/a.css"',
    ],
    ['a style sheet by its name', '<style>@import "a.css" screen;</style>', 'refers to "a.css"'],
    ['a style sheet in CDATA', '<style><![CDATA[@import "a.css";]]></style>', 'refers to "a.css"'],
    ['a reference of a style sheet', '<style>rect{fill:url("a.svg#a")}</style>', 'refers to "a.svg#a"'],
    ['a reference in escapes', '<style>rect{fill:\\75rl("a.svg#a")}</style>', 'refers to "a.svg#a"'],
    ['a reference in the style of an element', '<rect style="mask:url(a.svg#a)"/>', 'refers to "a.svg#a"'],
    ['a reference in an attribute', '<rect fill="url(https://x.example#a)"/>', 'refers to "https://x.example#a"'],
    ['a movement of a style sheet', '<style>@keyframes a{from{x:0}}</style>', 'moves by its style sheet'],
    ['a rule for small windows', '<style>@media (max-width: 9em){rect{fill:red}}</style>', 'has the rule @media in it'],
    ['a variable', '<style>rect{fill:var(--ink)}</style>', 'has var() in it'],
    ['a colour that is not drawn', '<rect fill="oklch(70% 0.1 200)"/>', 'has oklch() in it'],
    ['a dark ground of CSS', '<g style="background: #222; opacity: 1"/>', 'has background in it'],
    ['a rule within a rule', '<style>svg{rect{fill:red}}</style>', 'has a rule within a rule of its style sheet in it'],
    ['a turn about a point of CSS', '<rect style="transform-origin: center"/>', 'has transform-origin in it'],
    [
      '10,000 groups in each other',
      `${'<g>'.repeat(10_000)}${'</g>'.repeat(10_000)}`,
      'has more than 200 groups in each other',
    ],
    ['a name that XML does not know', '<text>&nbsp;</text>', 'is not XML that can be read: undefined entity'],
    ['an element that is not closed', '<g>', 'is not XML that can be read: unexpected close tag'],
  ])('for %s', (_, content, fault) => {
    expect(faultOf(svg(content))?.slice(0, fault.length)).toBe(fault);
  });

  test.each([
    ['a style sheet before it', '<?xml-stylesheet href="a.css"?>', 'refers to "a.css"'],
    ['an entity', '<!DOCTYPE svg [<!ENTITY a "b">]>', 'has entities of its own'],
    ['a file as an entity', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>', 'has entities of its own'],
    [
      'entities by another file',
      '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://x.example/a.dtd"> %a;]>',
      'has entities of its own',
    ],
  ])('for %s', (_, head, fault) => {
    expect(faultOf(svg(box, head))?.slice(0, fault.length)).toBe(fault);
  });

  test('that is something else', () => {
    expect(faultOf(Buffer.from('<?xml version="1.0"?>\n<rss/>'))).toBe('begins with <rss>, not with <svg> (line 2)');
    expect(faultOf(Buffer.from(svg(box).toString(), 'utf16le'))).toMatch(/^is not /);
    expect(faultOf(svg(box).subarray(0, -9))).toMatch(/^is not XML that can be read/);
  });
});

describe('A drawing is taken', () => {
  test.each([
    [
      'the type of its document',
      box,
      '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
    ],
    ['parts of its own', '<defs><g id="a"/></defs><use href="#a"/><rect fill="url(#b)" style="filter:url(\'#c\')"/>'],
    ['an embedded photo', `<image href="data:image/png;base64,${png}" width="60" height="40"/>`],
    ['a drawing as its part', `<svg x="1">${box}</svg>`],
    ['links and what they do', `<a href="javascript:alert(1)" onclick="alert(1)">${box}</a>`],
    [
      'notes of the program that made it',
      '<metadata><r:RDF xmlns:r="r:"><b href="https://x.example"/></r:RDF></metadata><n:view xmlns:n="n:" href="a"/>',
    ],
    [
      'rules for the dark and for print',
      '<style>@media print{a{b:c}} @media (prefers-color-scheme:dark){a{b:c}} @font-face{src:url(a.woff2)} rect{fill:#036}</style>',
    ],
    ['a white ground of CSS', '<style>svg{background-color:rgb(255, 255, 255);fill:red} g{background:none}</style>'],
    ['turns about its corner', '<rect style="transform-origin:0px 0px;transform:rotate(9deg)"/>'],
  ])('with %s', (_, content, head = '') => {
    expect(faultOf(svg(content, head))).toBeUndefined();
  });

  test('with the letters that are to be seen in it', () => {
    expect(
      readDrawing(svg('<title>A</title><text>S<tspan>h</tspan>i<a>p</a></text><style>text{}</style>')).letters,
    ).toBe('Ship');
  });
});

describe('A drawing comes out', () => {
  const pixelsOf = (drawn: Buffer) => sharp(drawn).raw().toBuffer({ resolveWithObject: true });

  test('as wide as the widest place for a picture, transparent where nothing is drawn', async () => {
    const { data, info } = await pixelsOf(await draw(svg('<rect width="30" height="40" fill="#036"/>')));
    expect(info).toMatchObject({ width: 1800, height: 1200, channels: 4 });
    expect([...data.subarray(1600, 1604), ...data.subarray(6000, 6004)]).toEqual([0, 0x33, 0x66, 255, 0, 0, 0, 0]);
  });

  test('no higher than every format holds', async () => {
    const tall = Buffer.from(svg(box).toString().replace('height="40"', 'height="4000"'));
    expect(await sharp(await draw(tall)).metadata()).toMatchObject({ width: 246, height: 16_383 });
  });

  test('with the same letters whatever typeface it names', async () => {
    const set = (face: string) => draw(svg(`<text y="30" font-size="20" font-family="${face}">Ships</text>`));
    const [plain, named, bold] = await Promise.all([
      set('Public Sans'),
      set('Georgia, serif'),
      set('Georgia" font-weight="700'),
    ]);
    expect(named?.equals(plain)).toBe(true);
    expect(bold?.equals(plain)).toBe(false);
  });

  test('not at all when that takes too long', async () => {
    const twice = (number: number) => `<g id="a${number + 1}"><use href="#a${number}"/><use href="#a${number}"/></g>`;
    const bomb = `<defs><g id="a0">${box}</g>${Array.from({ length: 30 }, (_, number) => twice(number)).join('')}</defs><use href="#a30"/>`;
    await expect(draw(svg(bomb), { seconds: 1 })).rejects.toMatchObject({ cause: { killed: true } });
  });
});
