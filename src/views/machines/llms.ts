import { isShown, type Edition } from '../../newsroom/edition.ts';
import { listsOf } from '../../newsroom/lists.ts';
import { absolute, addresses, permalinkOf } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import { sectionsOf } from '../pages/headings.ts';

const newest = 30;

/** The paper for language models, after llmstxt.org: what it is, its sections, its newest stories as Markdown, its feeds. */
export function llmsText(edition: Edition): string {
  const { publication } = edition;
  const { name, tagline, language, url } = publication;
  const words = wordsOf(language);
  const at = (address: string) => absolute(address, url);
  const link = (label: string, address: string, note?: string) =>
    `- [${label.replace(/[[\]\\]/g, '\\$&')}](${at(address)})${note ? `: ${note.replace(/\s+/g, ' ')}` : ''}`;
  const stories = listsOf(edition).all.filter(isShown).slice(-newest).reverse();
  const parts = [
    `# ${name}`,
    ...(tagline ? [`> ${typesetText(tagline, publication)}`] : []),
    list(
      words.lists.sections,
      sectionsOf(edition).map(({ heading }) => link(heading.name, addresses.section(heading.id), heading.description)),
    ),
    list(
      words.lists.newest,
      stories.map((article) =>
        link(
          typesetText(article.headline, article),
          `${permalinkOf(article)}index.md`,
          article.standfirst ? typesetText(article.standfirst, article) : article.opening,
        ),
      ),
    ),
    list(
      words.feeds.label,
      edition.articles.size > 0
        ? [...feedLinks(addresses.front).map(({ label, href }) => link(label, href)), link('OPML', addresses.feeds)]
        : [],
    ),
    list('Optional', [
      link(words.lists.archive, addresses.archive),
      link(words.topics, addresses.topics),
      link(words.lists.contributors, addresses.contributors),
      link(words.corrections, addresses.corrections),
      ...[...edition.pages.values()].map(({ id, title }) => link(title, addresses.page(id))),
    ]),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function list(heading: string, links: string[]): string {
  return links.length > 0 ? `## ${heading}\n\n${links.join('\n')}` : '';
}
