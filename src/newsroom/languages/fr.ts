import 'dayjs/locale/fr.js';
import { narrow, noBreak, type Custom } from '../typography/customs.ts';
import type { Language } from './language.ts';

const typography: Custom = {
  quotes: ['«»', '“”', '‘’'],
  dash: 'spaced',
  guillemetSpace: noBreak,
  spacedMarks: [':;!?', narrow],
  groupSpace: narrow,
  headless: 'tain|scuse|spèce|pis|vec|tit|tite',
  ordinal: 'er',
  months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  measures: 'h|min|euros?|millions?|milliards?|francs?',
  references: 'pp?\\.|[Nn][o°º]s?|art\\.|vol\\.|fig\\.|chap\\.|t\\.',
  titles: 'M\\.|MM\\.|Mme|Mmes|Mlle|Mlles|Dr|Me|Mgr',
};

export const french: Language = {
  tag: 'fr',
  typography,
  variants: {
    CA: { typography: { ...typography, guillemetSpace: noBreak, spacedMarks: [':', noBreak], groupSpace: noBreak } },
    CH: { typography: { ...typography, quotes: ['«»', '‹›'], guillemetSpace: narrow } },
  },
  dates: {
    locale: 'fr',
    date: 'Do MMMM YYYY',
    day: 'dddd Do MMMM YYYY',
    dayAndMonth: 'Do MMMM',
    hour: ' [à] HH[h]mm',
  },
  sentences: { beginners: 'Le|La|Les|Une?|Des|Il|Elle|Ils|Elles|On|Ce|Cette|Ces|Mais|Et|Dans|En|Au|Aux' },
  words: ({ number, digits, quoted }) => {
    /** A noun after its number: nought is singular in French. */
    const counted = (count: number, one: string, more: string) => `${number(count)} ${count < 2 ? one : more}`;
    return {
      language: 'fr',
      skipToText: 'Aller au texte',
      frontPage: 'La une',
      kinds: {
        news: undefined,
        briefs: 'En bref',
        analysis: 'Analyse',
        opinion: 'Opinion',
        feature: 'Reportage',
        obituary: 'Nécrologie',
      },
      credits: {
        writer: (names) => `Par ${names}`,
        editor: (names) => `Édition\u00a0: ${names}`,
        photographer: (names) => `Photos\u00a0: ${names}`,
        illustrator: (names) => `Illustrations\u00a0: ${names}`,
        cartographer: (names) => `Cartes\u00a0: ${names}`,
        translator: (names) => `Traduction\u00a0: ${names}`,
      },
      withAgencies: (names) => `Avec ${names}`,
      published: 'Publié',
      updated: 'Mis à jour',
      at: (time) => `le ${time}`,
      oldNotice: (years) =>
        `Cet article a été publié il y a plus ${years === 1 ? 'd’un an' : `de ${number(years)} ans`}.`,
      corrections: 'Rectificatifs',
      correctionKinds: { correction: 'Rectificatif', clarification: 'Précision', update: 'Mise à jour' },
      provenance: ({ publication, date, headline, section, page }) =>
        `Une version de cet article a paru dans l’édition imprimée de ${publication} datée du ${date}` +
        `${section || page ? ` (${[section, page && `page ${digits(page)}`].filter(Boolean).join(', ')})` : ''}` +
        `${headline ? `, sous le titre ${quoted(headline)}` : ''}.`,
      video: 'Vidéo',
      watchAt: (host) => `À voir ou à lire sur ${host}`,
      related: 'Lire aussi',
      footnotes: 'Notes',
      backToText: (note) => `Retour au texte depuis la note ${digits(note)}`,
      table: 'Tableau',
      picture: 'Image',
      pictures: 'Images',
      quotation: 'Citation',
      box: 'Encadré',
      withdrawn: 'Cet article a été retiré',
      withdrawnOn: (date) => `Retiré le ${date}`,
      topics: 'Thèmes',
      stayInTouch: 'Rester informé',
      groups: { paper: 'Le journal', read: 'Lire', follow: 'Suivre', policies: 'Principes' },
      imprint: 'Mentions légales',
      publishedBy: (publisher) => `Édité par ${publisher}`,
      textLicence: (licence) => `Textes sous licence ${licence}`,
      noStories: 'Aucun article n’a encore été publié.',
      notFound: 'Aucune page ne se trouve à cette adresse',
      notFoundText:
        'L’adresse est peut-être mal orthographiée. La recherche retrouve tous les articles, et les plus récents sont à la une.',
      lists: {
        navigation: 'Le journal',
        sections: 'Rubriques',
        archive: 'Archives',
        contributors: 'Signatures',
        editions: 'Éditions imprimées',
        search: 'Recherche',
        storyCount: (count) => counted(count, 'article', 'articles'),
        newer: 'Articles plus récents',
        older: 'Articles plus anciens',
        newest: 'Derniers articles',
        pageNumber: (page) => `Page ${number(page)}`,
        storiesBy: (name) => `Les articles signés ${name}`,
        printEdition: (date) => `Édition imprimée du ${date}`,
        printPage: (page) => `Page ${digits(page)}`,
        printHeadline: (headline) => `Sur papier : ${quoted(headline)}`,
        nothingListed: 'Il n’y a encore rien ici.',
        noCorrections: 'Rien n’a encore dû être rectifié.',
        links: 'Liens',
        pages: 'Pages',
        trail: 'Vous êtes ici',
      },
      feeds: {
        label: 'Flux',
        about:
          'Ceci est un flux. Copiez son adresse dans un lecteur de flux : chaque nouvel article vous parviendra en entier, dans l’ordre de publication.',
      },
      front: {
        briefs: 'En bref',
        analysis: 'Analyses et opinions',
        earlier: 'Les jours précédents',
        allOf: (section) => `Toute la rubrique ${section}`,
      },
      article: {
        readingTime: (minutes) => `Temps de lecture\u00a0: ${counted(minutes, 'minute', 'minutes')}`,
        contents: 'Dans cet article',
        previousIn: (section) => `Précédemment dans la rubrique ${section}`,
        nextIn: (section) => `Ensuite dans la rubrique ${section}`,
        moreOnTopic: 'Sur le même thème',
      },
      sharing: {
        share: 'Partager',
        copyLink: 'Copier le lien',
        email: 'Courriel',
        copyPassage: 'Copier le lien vers ce paragraphe',
        copyQuote: 'Copier la citation avec son lien',
        linkCopied: 'Le lien est copié.',
        quoteCopied: 'La citation est copiée, avec son lien.',
        citationCopied: 'La référence est copiée.',
        notCopied: 'Le navigateur n’a pas copié ceci\u00a0:',
        moved: 'Le paragraphe visé par ce lien a été modifié ou supprimé. Voici le plus proche.',
        cite: 'Citer cet article',
        copy: 'Copier',
        qrCode: 'QR code du lien court',
      },
      onPaper: {
        folio: (page, pages) => `Page ${page} sur ${pages}`,
        qr: (address) => `Code QR pour ${address}`,
        version: (version) => `Version ${number(version)}`,
        print: 'Imprimer',
        pictures: 'Avec les images',
        larger: 'Caractères plus grands',
      },
      newspaper: {
        toPrint: 'En journal, à imprimer',
        continuedOn: (page) => `Suite page ${digits(page)}`,
        continuedFrom: (page) => `Suite de la page ${digits(page)}`,
        inside: 'Dans ce numéro',
        files: 'À emporter',
        accessible:
          'Le texte est complet et dans l’ordre de lecture, avec des titres, un sommaire et la description des images.',
      },
      searching: {
        label: 'Rechercher dans les archives',
        description: (name) =>
          `Rechercher dans tous les articles de ${name} par mot, rubrique, thème, signature et année.`,
        button: 'Rechercher',
        resultCount: (count) => counted(count, 'article trouvé', 'articles trouvés'),
        nothing: (query) => `Aucun article ne contient ${quoted(query)}.`,
        near: 'Proche :',
        busy: 'Recherche en cours…',
        failed: 'La recherche n’a pas pu être chargée. Les archives recensent tous les articles par année.',
        more: 'Plus de résultats',
        filters: 'Affiner la recherche',
        section: 'Rubrique',
        topic: 'Thème',
        contributor: 'Signature',
        year: 'Année',
        all: 'Tout',
        order: 'Ordre',
        byRelevance: 'Les plus pertinents d’abord',
        byNewest: 'Les plus récents d’abord',
        byOldest: 'Les plus anciens d’abord',
        withoutScript:
          'La recherche s’effectue dans le navigateur et requiert JavaScript. À défaut, les archives recensent tous les articles par année.',
      },
      comfort: {
        tools: 'Outils de lecture',
        settings: 'Affichage',
        close: 'Fermer',
        theme: 'Couleurs',
        themes: { auto: 'Comme l’appareil', paper: 'Papier', dark: 'Sombre', sepia: 'Sépia' },
        textSize: 'Taille du texte',
        spacing: 'Interligne',
        letterSpacing: 'Espacement des lettres',
        lineLength: 'Longueur des lignes',
        typeface: 'Caractères',
        typefaces: { serif: 'Avec empattements', sans: 'Sans empattements' },
        singleKeys: 'Raccourcis à une seule touche',
        reset: 'Réinitialiser',
        save: 'Lire plus tard',
        saved: 'Enregistré',
        savedStories: 'Articles enregistrés',
        nothingSaved: 'Aucun article n’est encore enregistré sur cet appareil.',
        needsScript: 'Les articles sont enregistrés sur l’appareil à l’aide de JavaScript, qui est désactivé.',
        readableOffline: 'Lisible sans réseau',
        remove: 'Retirer',
        offline: 'Pas de connexion\u00a0: voici la copie conservée sur cet appareil.',
        notKept: 'Pas de connexion, et cette page n’est pas conservée sur cet appareil.',
        resume: 'Reprendre la lecture',
        listen: 'Écouter',
        pause: 'Pause',
        goOn: 'Reprendre',
        stop: 'Arrêter',
        help: 'Raccourcis clavier',
        keys: {
          search: 'Recherche',
          next: 'Article suivant',
          previous: 'Article précédent',
          front: 'La une',
          save: 'Lire plus tard',
          settings: 'Affichage',
          top: 'Retour au titre',
          help: 'Cette liste',
        },
        enlarge: 'Agrandir l’image',
        nextPicture: 'Image suivante',
        previousPicture: 'Image précédente',
        pictureOf: (picture, count) => `Image ${picture} sur ${count}`,
        play: 'Lire la vidéo',
      },
    };
  },
  firstEdition: (name) => ({
    section: { name: 'Actualités', description: 'Ce qui s’est passé, et ce que cela veut dire.' },
    desk: 'La rédaction',
    about: {
      title: 'À propos de ce journal',
      description: `Ce qu’est ${name}, et qui le fait.`,
      text: `${name} est un journal. Ses articles viennent de [sa propre rédaction](/contributors/newsdesk/).

Les erreurs sont corrigées ouvertement : chaque rectification figure sous l’article et sur [la page des rectifications](/corrections/).`,
    },
    contact: {
      title: 'Contact',
      description: `Comment joindre ${name}.`,
      text: 'Le courrier des lecteurs, les questions et les corrections sont les bienvenus.',
    },
    story: {
      headline: `${name} paraît`,
      standfirst: 'Ce premier article montre ce qu’un article peut contenir.',
      picture: {
        alt: 'Le dessin d’une une de journal : un titre, deux colonnes de texte, une image.',
        caption: 'Ainsi commence une première page.',
        credit: `Dessin : ${name}`,
      },
      text: `Chaque article est un dossier avec un texte, et son emplacement est son adresse pour toujours. Celui-ci peut être modifié, ou son dossier supprimé.

Des mots peuvent être *soulignés* et [mener ailleurs](/about/). La suite montre ce qu’un article peut contenir d’autre.

## Citations, encadrés, tableaux

:::pull-quote
Ce qui mérite d’être lu deux fois peut ressortir du texte.
:::

Les faits vont dans un encadré à côté.

:::fact-box[Les premières commandes]
- \`npm run dev\` : montre le journal et chaque modification
- \`npm run desk new\` : crée un article
- \`npm run check\` : dit ce qui est à corriger
- \`npm run desk publish\` : publie
:::

| Page | Contenu |
| --- | --- |
| [La une](/) | les articles les plus récents |
| [Archives](/archive/) | tous les articles |`,
    },
  }),
};
