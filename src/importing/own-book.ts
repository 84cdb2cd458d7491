import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { digestOf } from '../newsroom/digest.ts';
import type { Draft, Refusal } from './draft.ts';
import { htmlTree } from './html.ts';
import { languageSaid } from './language-said.ts';
import { ownParts } from './own-page.ts';
import { ownDraft } from './own-story.ts';
import { licenceIn } from './own-words.ts';
import { textOfHtml } from './words.ts';
import { filesInZip, textOfFile } from './zip.ts';

/** The stories of a book (EPUB) that this engine has made; of a book of one story also its address, section and topics. */
export function* readOwnBook(bytes: Uint8Array, { source }: { source: string }): Generator<Draft | Refusal> {
  const files = filesInZip(bytes, (name) => /^EPUB\/[^/]+$/.test(name));
  const told = textOfFile(files.get('EPUB/package.opf'));
  const { title, rights, identifier, subjects } = factsOf(htmlTree(told));
  const chapters = [...files].flatMap(([name, file]) => {
    const text = textOfFile(file);
    const tree = name.endsWith('.xhtml') ? htmlTree(text) : undefined;
    const article = tree && elements(tree, 'article')[0];
    const language = languageSaid(/<html[^>]* lang="([^"]+)"/.exec(text)?.[1] ?? '') ?? 'en';
    return article ? [{ name, article, language }] : [];
  });
  if (chapters.length === 0)
    yield { source, refused: 'It is no book by this engine, whose stories could be told apart.' };
  const sections = sectionsIn(htmlTree(textOfFile(files.get('EPUB/nav.xhtml'))));
  for (const { name, article, language } of chapters) {
    const own = ownParts(article, language);
    const isOnly = chapters.length === 1 && /\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/.test(identifier);
    const section = isOnly ? subjects[0] : sections.get(name.replace('EPUB/', ''));
    const licence =
      own.licence ?? licenceIn(rights, languageSaid(/xml:lang="([^"]+)"/.exec(told)?.[1] ?? '') ?? language) ?? rights;
    yield ownDraft(
      {
        ...own,
        url: isOnly ? identifier : undefined,
        section,
        topics: isOnly ? subjects.slice(1) : [],
        licence: licence || undefined,
      },
      {
        source: `${source}, “${own.title.slice(0, 60)}”`,
        key: `book ${title} ${name}`,
        digest: digestOf(textOfHtml(article)),
        isPart: true,
        words: textOfHtml(article),
        pictureBytes: (src) => files.get(`EPUB/${src}`),
      },
    );
  }
}

function factsOf(tree: Root): { title: string; rights: string; identifier: string; subjects: string[] } {
  const all = (name: string) =>
    elements(tree, `dc:${name}`).map((element) => textOfHtml({ type: 'root', children: element.children }).trim());
  const first = (name: string) => all(name)[0] ?? '';
  return { title: first('title'), rights: first('rights'), identifier: first('identifier'), subjects: all('subject') };
}

/** The section that each file of a book stands under in its contents. */
function sectionsIn(contents: Root): Map<string, string> {
  const sections = new Map<string, string>();
  for (const item of elements(contents, 'li')) {
    const name = item.children.find((child): child is Element => child.type === 'element' && child.tagName === 'span');
    if (name)
      for (const link of elements(item, 'a')) sections.set(String(link.properties.href), textOfHtml(name).trim());
  }
  return sections;
}

function elements(tree: Root | Element, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => void (element.tagName === name && found.push(element)));
  return found;
}
