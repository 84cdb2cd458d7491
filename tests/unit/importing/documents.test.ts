import { readFileSync } from 'node:fs';
import { zipSync, strToU8 } from 'fflate';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { articleIn, articlesIn, emptyPaper, imported, mistakesAt, remove, unaccounted } from './support.ts';

const roots: string[] = [];
afterEach(() => roots.splice(0).forEach(remove));
const png = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#369' } })
  .png()
  .toBuffer();

async function read(name: string, content: string | Uint8Array) {
  const root = emptyPaper({ [`in/${name}`]: content });
  roots.push(root);
  const reports = await imported(root, [`in/${name}`]);
  expect(reports.flatMap(unaccounted)).toEqual([]);
  expect(await mistakesAt(root)).toEqual([]);
  return { reports, text: articlesIn(root).length > 0 ? articleIn(root) : '', root };
}

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const w = (body: string) => `<?xml version="1.0"?><w:document ${names}><w:body>${body}</w:body></w:document>`;
const p = (text: string, style = '') =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const docx = (body: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(w(body)),
    'word/styles.xml': strToU8(
      '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>',
    ),
    ...more,
  });

describe('a document of Word', () => {
  test('has headline and standfirst by its styles, and a byline', async () => {
    const { text } = await read(
      'a.docx',
      docx(
        p('Market closes', 'Title') +
          p('After 140 years', 'Subtitle') +
          p('By Wren Quayside') +
          p('The council voted on Monday.') +
          p('Next', 'H2') +
          p('More words.'),
      ),
    );
    expect(text).toContain('headline: Market closes');
    expect(text).toContain('standfirst: After 140 years');
    expect(text).toContain('who: wren-quayside');
    expect(text).toContain('The council voted on Monday.\n\n## Next\n\nMore words.');
  });

  test('publishes no comment and nothing that was deleted, and counts them', async () => {
    const { text, reports } = await read(
      'a.docx',
      docx(
        p('Market closes', 'Title') +
          '<w:p><w:r><w:t>Kept </w:t></w:r><w:del w:id="1"><w:r><w:delText>secret</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>added.</w:t></w:r></w:ins></w:p>',
        {
          'word/comments.xml': strToU8(
            '<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"><w:p><w:r><w:t>hush</w:t></w:r></w:p></w:comment></w:comments>',
          ),
        },
      ),
    );
    expect(text).toContain('Kept added.');
    expect(text).not.toMatch(/secret|hush/);
    expect(reports[0]?.leftovers).toContainEqual({ kind: 'comments of editors', text: '(1)' });
    expect(reports[0]?.leftovers).toContainEqual({
      kind: 'passages that were deleted with changes tracked',
      text: '(1)',
    });
  });

  const run = (text: string, more = '') => `<w:r>${more}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const drawing = (text: string) =>
    `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box(text)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  const shape = (text: string, name = 'shape') =>
    `<w:pict><v:${name}><v:textbox>${box(text)}</v:textbox></v:${name}></w:pict>`;

  test.each([
    ['a field', `<w:p><w:fldSimple w:instr="TITLE">${run('Named by a field')}</w:fldSimple></w:p>`, 'Named by a field'],
    [
      'words of the other direction',
      `<w:p><w:bdo w:val="rtl">${run('شارع')}</w:bdo><w:dir w:val="rtl">${run(' الميناء')}</w:dir></w:p>`,
      'شارع الميناء',
    ],
    [
      'ruby',
      `<w:p><w:r><w:ruby><w:rt>${run('みなと')}</w:rt><w:rubyBase>${run('港')}</w:rubyBase></w:ruby></w:r>${run('が閉まる')}</w:p>`,
      '<ruby>港<rt>みなと</rt></ruby>が閉まる',
    ],
    ['a box', `<w:p><w:r>${drawing('Said in a box')}</w:r></w:p>`, 'Said in a box'],
    [
      'a box that older programs read otherwise',
      `<w:p><w:r><mc:AlternateContent><mc:Choice>${drawing('Said once')}</mc:Choice><mc:Fallback>${shape('Said once')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      'Said once',
    ],
    [
      'a box that older programs have nothing for',
      `<w:p><w:r><mc:AlternateContent><mc:Choice>${drawing('Said anew')}</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>`,
      'Said anew',
    ],
    ['an oval', `<w:p><w:r>${shape('Said in an oval', 'oval')}</w:r></w:p>`, 'Said in an oval'],
    ['a formula', `<w:p>${run('Let ')}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>`, 'Let a+b'],
  ])('has the words of %s', async (_, body, shown) => {
    const { text } = await read('a.docx', docx(p('Market closes', 'Title') + p('The council voted on Monday.') + body));
    expect(text.split(shown)).toHaveLength(2);
  });

  test('has its notes as notes', async () => {
    const mark = (kind: string) => `<w:r><w:${kind}Reference w:id="2"/></w:r>`;
    const notes = (kind: string, text: string) =>
      strToU8(
        w(p(text))
          .replaceAll('w:document', `w:${kind}s`)
          .replace('<w:body>', `<w:${kind} w:id="2">`)
          .replace('</w:body>', `</w:${kind}>`),
      );
    const relations = ['footnotes', 'endnotes'].map(
      (name) =>
        `<Relationship Id="${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}" Target="${name}.xml"/>`,
    );
    const { text } = await read(
      'a.docx',
      docx(
        p('Market closes', 'Title') +
          `<w:p>${run('The council')}${mark('footnote')}${run(' voted.')}${mark('endnote')}</w:p>`,
        {
          'word/footnotes.xml': notes('footnote', 'All nine.'),
          'word/endnotes.xml': notes('endnote', 'On Monday.'),
          'word/_rels/document.xml.rels': strToU8(
            `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
          ),
        },
      ),
    );
    expect(text).toContain(
      'The council[^footnote-2] voted.[^endnote-2]\n\n[^footnote-2]: All nine.\n\n[^endnote-2]: On Monday.\n',
    );
  });

  test('publishes nothing that is hidden in it or stands on every page, and tells it', async () => {
    const { text, reports } = await read(
      'a.docx',
      docx(
        p('Market closes', 'Title') +
          `<w:p>${run('The council voted.')}${run(' Call Una first.', '<w:rPr><w:vanish/></w:rPr>')}${run(' So it is.', '<w:rPr><w:vanish w:val="0"/></w:rPr>')}</w:p>`,
        {
          'word/header1.xml': strToU8(w(p('Harbour Office')).replaceAll('w:document', 'w:hdr')),
          'word/charts/chart1.xml': strToU8(
            '<c:chart xmlns:c="c"><c:pt><c:v>Tonnes of fish</c:v></c:pt><c:pt><c:v>140</c:v></c:pt></c:chart>',
          ),
        },
      ),
    );
    expect(text).toContain('The council voted. So it is.');
    expect(text).not.toMatch(/Una|Office|Tonnes/);
    for (const left of [
      { kind: 'hidden words', text: 'Call Una first.' },
      { kind: 'head or foot of the pages', text: 'Harbour Office' },
      { kind: 'words in a drawing or a program', text: 'Tonnes of fish' },
    ])
      expect(reports[0]?.leftovers).toContainEqual(left);
  });

  test('that unfolds to hundreds of megabytes is refused', async () => {
    const { reports } = await read(
      'a.docx',
      docx(p('x'), {
        'word/media/bomb.bin': new Uint8Array(80_000_000),
        'word/document.xml': new Uint8Array(90_000_000),
      }),
    );
    expect(reports[0]?.outcome).toBe('refused');
  });

  test('that is broken is refused with a reason', async () => {
    const { reports } = await read('a.docx', Buffer.from('PK\u0003\u0004 nothing'));
    expect(reports[0]).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/./) as string });
  });
});

test('a text document of LibreOffice has headline, pictures with captions, lists and tables; comments are counted', async () => {
  const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:xlink="x" xmlns:style="s" xmlns:fo="f"><office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region/></text:tracked-changes><text:p text:style-name="Title">Market closes</text:p><text:p text:style-name="Subtitle">After 140 years</text:p><text:p>The <text:span text:style-name="T1">council</text:span> voted.<office:annotation><text:p>hush</text:p></office:annotation></text:p><text:p><draw:frame><draw:image xlink:href="Pictures/q.png"/></draw:frame></text:p><text:p text:style-name="Caption">The quay. Photo: Ann Other</text:p><text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`;
  const { text, reports } = await read(
    'a.odt',
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(content),
      'Pictures/q.png': png,
    }),
  );
  expect(text).toContain('headline: Market closes');
  expect(text).toContain('standfirst: After 140 years');
  expect(text).toContain('The **council** voted.');
  expect(text).toContain('credit="Photo: Ann Other"}\nThe quay.\n:::');
  expect(text).not.toContain('hush');
  expect(reports[0]?.leftovers).toContainEqual({ kind: 'comments of editors', text: '(1)' });
});

test('a text document of LibreOffice has its notes, ruby, counted lists and alternative texts; what is hidden in it is told', async () => {
  const body =
    '<text:p text:style-name="Title">Market closes</text:p><text:p>The council<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>All nine.</text:p></text:note-body></text:note> met in <text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>みなと</text:ruby-text></text:ruby>.<text:span text:style-name="H">Call Una first.</text:span></text:p><text:p><draw:frame><draw:image xlink:href="Pictures/q.png"/><svg:title>Quay</svg:title><svg:desc>A quay at low water</svg:desc></draw:frame></text:p><text:list text:style-name="L"><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>';
  const styles =
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style><text:list-style style:name="L"><text:list-level-style-number text:level="1"/></text:list-style>';
  const page = '<style:header><text:p>Harbour Office</text:p></style:header>';
  const names = 'xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:xlink="x" xmlns:style="s" xmlns:svg="v"';
  const { text, reports } = await read(
    'a.odt',
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(
        `<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
      'styles.xml': strToU8(`<office:document-styles ${names}>${page}</office:document-styles>`),
      'Pictures/q.png': png,
    }),
  );
  expect(text).toContain('The council[^note-1] met in <ruby>港<rt>みなと</rt></ruby>.');
  expect(text).toContain('[^note-1]: All nine.');
  expect(text).toContain('1. one\n\n2. two');
  expect(text).toContain('A quay at low water');
  expect(text).not.toMatch(/Una|Office/);
  expect(reports[0]?.leftovers).toContainEqual({ kind: 'hidden words', text: 'Call Una first.' });
  expect(reports[0]?.leftovers).toContainEqual({ kind: 'head or foot of the pages', text: 'Harbour Office' });
});

test('a document of Google Docs has its pictures, true links, bold words, and no comments', async () => {
  const html =
    '<html><head><style>.c1{font-weight:700}.c2{color:#000}</style></head><body><p class="title"><span class="c2">Market closes</span></p><p><span class="c2">The </span><span class="c1">council</span><span class="c2"> voted, </span><a href="https://www.google.com/url?q=https://one.example/a&amp;sa=D">see</a>.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><p><img src="images/image1.png" alt=""></p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a> hush</p></div></body></html>';
  const { text } = await read('doc.zip', zipSync({ 'Market.html': strToU8(html), 'images/image1.png': png }));
  expect(text).toContain('headline: Market closes');
  expect(text).toContain('The **council** voted, [see](https://one.example/a).');
  expect(text).toContain('./image1.png');
  expect(text).not.toContain('hush');
});

test('a mail is a press release, with the pictures that are attached', async () => {
  const mail = [
    'From: "Harbour Office" <press@harbour.example>',
    'Subject: =?utf-8?Q?Market_closes?=',
    'Date: Tue, 05 Mar 2019 16:00:00 +0800',
    'Message-ID: <1@harbour.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Market closes',
    '',
    'The council of Asha voted on Monday to close the fish market after a hundred and forty years.',
    '',
    'Traders called it a betrayal, and went on selling.',
    '--b',
    'Content-Type: image/png; name="q.png"',
    'Content-Disposition: attachment; filename="q.png"',
    'Content-Transfer-Encoding: base64',
    '',
    png.toString('base64'),
    '--b',
    'Content-Type: application/pdf; name="figures.pdf"',
    'Content-Disposition: attachment; filename="figures.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERi0=',
    '--b--',
    '',
  ].join('\r\n');
  const { text, reports } = await read('a.eml', mail);
  expect(text).toContain('headline: Market closes');
  expect(text).toContain('published: 2019-03-05T16:00:00+08:00');
  expect(text).toContain('picture:\n  file: ./q.png');
  expect(reports[0]?.leftovers).toContainEqual({ kind: 'attachment that is not imported', text: 'figures.pdf' });
});

test('documents and files that no reader has are refused with what to do, in a folder too; others of a folder are left alone', async () => {
  const root = emptyPaper({
    'in/a.rtf': '{\\rtf1\\ansi Market closes}',
    'in/b.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'in/c.pdf': '%PDF-1.7',
    'in/d.txt': 'Market closes\n\nThe council voted on Monday.\n',
  });
  roots.push(root);
  const reports = await imported(root, ['in']);
  const save = expect.stringContaining('save it as .docx or .odt') as string;
  expect(reports.map(({ source, outcome, reason }) => [source, outcome, reason])).toEqual([
    ['in/a.rtf', 'refused', save],
    ['in/b.doc', 'refused', save],
    ['in/d.txt', 'new', undefined],
  ]);
  expect((await imported(root, ['in/c.pdf']))[0]?.reason).toContain('copy its text');
});

// Written by LibreOffice of harbour.fodt: soffice --headless --convert-to docx harbour.fodt
test.each([
  ['docx', 'footnote-2', 'endnote-2'],
  ['odt', 'note-1', 'note-2'],
])(
  'a document that LibreOffice has written (.%s) has all of its words, each in its place',
  async (ending, one, two) => {
    const { text, reports } = await read(
      `a.${ending}`,
      readFileSync(new URL(`../../fixtures/documents/harbour.${ending}`, import.meta.url)),
    );
    for (const part of [
      'headline: Market closes after 140 years',
      'standfirst: Traders called it a betrayal',
      '- who: wren-quayside',
      `The **council** of Asha voted on Monday[^${one}] to close the [fish market](https://market.example/), *sadly*.\n\n## What is next\n`,
      'alt="A quay at low water" credit="Photo: Ann Other"}\nThe quay on Monday.\n:::',
      'The old word for it is <ruby>港<rt>みなと</rt></ruby>.',
      '1. The gates shut in May.',
      '- Nobody knows to whom.',
      '| 1879 | 140 |',
      'Said in a frame',
      'Said in a shape',
      `So does a buoy[^${two}].`,
      `[^${one}]: All nine members were there.`,
      `[^${two}]: It is red.`,
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/Una|Office|hush/);
    expect(reports[0]?.leftovers).toEqual(
      expect.arrayContaining([
        { kind: 'comments of editors', text: '(1)' },
        { kind: 'hidden words', text: 'Call Una first.' },
        { kind: 'head or foot of the pages', text: 'Harbour Office' },
      ]),
    );
  },
);
