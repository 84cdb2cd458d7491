import type { Edition } from '../../newsroom/edition.ts';
import { addresses } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { siteView } from '../site.ts';

/**
 * The web app manifest: the paper as it stands on a reader's home screen.
 * @param paper the colour of the page in its light theme
 */
export function manifestView(edition: Edition, paper: string) {
  const { publication } = edition;
  const { name, tagline, language } = publication;
  const { direction } = siteView(edition);
  const icon = (size: Parameters<typeof addresses.icon>[0], purpose: 'any' | 'maskable') => ({
    src: addresses.icon(size),
    sizes: size === 192 ? '192x192' : '512x512',
    type: 'image/png',
    purpose,
  });
  return {
    id: addresses.front,
    name: typesetText(name, publication),
    description: tagline && typesetText(tagline, publication),
    lang: language,
    dir: direction,
    start_url: addresses.front,
    scope: addresses.front,
    // With the way back, which a paper is read with, and an address to pass on.
    display: 'minimal-ui',
    theme_color: paper,
    background_color: paper,
    categories: ['news'],
    icons: [icon(192, 'any'), icon(512, 'any'), icon('maskable', 'maskable')],
  };
}
