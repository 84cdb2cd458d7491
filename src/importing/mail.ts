import PostalMime from 'postal-mime';
import { visit } from 'unist-util-visit';
import { digestOf } from '../newsroom/digest.ts';
import { readClipping } from './clipping.ts';
import { takeDocument } from './document.ts';
import type { Draft } from './draft.ts';
import { htmlTree } from './html.ts';
import { linesOf } from './page-parts.ts';
import { textOfHtml } from './words.ts';

/** A mail with a story in it: a press release with its pictures. */
export async function readMail(bytes: Buffer, { source, key }: { source: string; key: string }): Promise<Draft> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1_000_000 });
  const pictures = mail.attachments.filter(({ mimeType }) => /^image\//.test(mimeType));
  const bytesOf = (content: ArrayBuffer | Uint8Array | string) =>
    typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  const nameOf = (index: number) => pictures[index]?.filename?.replace(/[/\\]/g, '-') || `picture-${index + 1}`;
  const html = mail.html ?? '';
  const text = mail.text ?? '';
  const draft: Draft =
    text && !html
      ? readClipping(text, {
          source,
          key,
          beside: { names: pictures.map((_, index) => nameOf(index)), read: (name) => pictureNamed(name) },
        })
      : documentOf(html, { source, key });
  function pictureNamed(src: string): Uint8Array | undefined {
    const id = /^cid:(.+)$/i.exec(src)?.[1];
    const index = pictures.findIndex((each, number) =>
      id ? each.contentId?.replace(/^<|>$/g, '') === id : nameOf(number) === src,
    );
    const found = pictures[index];
    return found ? bytesOf(found.content) : undefined;
  }
  draft.key = mail.messageId ? `mail ${mail.messageId}` : key;
  draft.digest = digestOf(bytes);
  draft.pictureBytes = pictureNamed;
  const subject = (mail.subject ?? '').replace(/^(?:(?:re|fwd?|aw|wg)\s*:\s*)+/i, '').trim();
  if (subject && (!draft.headline || draft.headline.clue)) {
    const first = draft.headline?.value;
    if (!first) draft.headline = { value: subject, clue: 'the subject of the mail' };
    else draft.leftovers.push({ kind: 'subject of the mail', text: mail.subject ?? '' });
  } else if (mail.subject) draft.leftovers.push({ kind: 'subject of the mail', text: mail.subject });
  const sender = [mail.from?.name, mail.from?.address].filter(Boolean).join(' ');
  if (sender) draft.leftovers.push({ kind: 'sender of the mail', text: sender });
  if (mail.date && !draft.published) draft.published = { value: mail.date, from: '', clue: 'the time of the mail' };
  for (const each of mail.attachments)
    if (!pictures.includes(each))
      draft.leftovers.push({ kind: 'attachment that is not imported', text: each.filename ?? each.mimeType });
  const shown = JSON.stringify(draft.body);
  const [lead] = pictures;
  const isFirst = lead && !draft.picture && !shown.includes('"img"');
  if (isFirst)
    draft.picture = { value: { src: nameOf(0), ...draft.pictureToCome }, clue: 'the first picture of the mail' };
  pictures.forEach((picture, index) => {
    const id = picture.contentId?.replace(/^<|>$/g, '');
    const isShown = [nameOf(index), id && `cid:${id}`].some(
      (src) => src && (shown.includes(JSON.stringify(src)) || draft.picture?.value.src === src),
    );
    if (!isShown) draft.leftovers.push({ kind: 'picture that the text does not show', text: nameOf(index) });
  });
  draft.words = [draft.words, mail.subject ?? '', sender].join('\n');
  return draft;
}

function documentOf(html: string, { source, key }: { source: string; key: string }): Draft {
  const body = htmlTree(html);
  const draft: Draft = {
    source,
    key,
    digest: '',
    words: textOfHtml(body),
    byline: [],
    topics: [],
    former: [],
    body,
    leftovers: [],
  };
  withoutHeads(draft);
  takeDocument(draft);
  return draft;
}

/** Who sent a mail to whom, where one is forwarded. */
const headOfMail =
  /^(?:from|von|de|to|an|à|para|cc|sent|gesendet|envoyé|date|datum|subject|betreff|objet|asunto|reply-to|antwort an)\s*:/i;

/** Takes the heads of mails that were forwarded out of a text, which would be taken for bylines. */
function withoutHeads({ body, leftovers }: Draft): void {
  visit(body, 'element', (element, index, parent) => {
    if (!parent || index === undefined || !/^(?:p|div|blockquote|td)$/.test(element.tagName)) return undefined;
    const lines = linesOf(element);
    if (lines.length < 2 || !lines.every((line) => headOfMail.test(line))) return undefined;
    leftovers.push({ kind: 'head of a mail that was forwarded', text: lines.join(' ') });
    parent.children.splice(index, 1);
    return index;
  });
}
