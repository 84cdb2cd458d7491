import 'dayjs/locale/es.js';
import { wholeWords, type Custom } from '../typography/customs.ts';
import type { Language } from './language.ts';

const typography: Custom = {
  quotes: ['«»', '“”', '‘’'],
  dashedSpeech: true,
  headless: 'ta|tá|toy|amos|ora',
  tailless: wholeWords('pa|na|to|ca|mu'),
  months: 'de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)',
  measures: 'h|euros?|mil|millón|millones|pesos?',
  references: 'págs?\\.|pp?\\.|[Nn]\\.?[ºo°]|[Nn]úm\\.|art\\.|vol\\.|fig\\.|cap\\.',
  titles: 'Sr\\.|Sra\\.|Srta\\.|Dr\\.|Dra\\.|D\\.|D\\.ª',
};

export const spanish: Language = {
  tag: 'es',
  typography,
  variants: { MX: { typography: { ...typography, quotes: ['“”', '‘’'] } } },
  dates: {
    locale: 'es',
    date: 'D [de] MMMM [de] YYYY',
    day: 'dddd, D [de] MMMM [de] YYYY',
    dayAndMonth: 'D [de] MMMM',
    month: 'MMMM [de] YYYY',
  },
  sentences: { abbreviations: 'Sra Srta Dra Ud Uds núm pág av', beginners: 'El|Los|Las|Una|Pero|Y|Al' },
  words: ({ number, digits, quoted }) => {
    const counted = (count: number, one: string, more: string) => `${number(count)} ${count === 1 ? one : more}`;
    return {
      language: 'es',
      skipToText: 'Ir al texto',
      frontPage: 'Portada',
      kinds: {
        news: undefined,
        briefs: 'Breves',
        analysis: 'Análisis',
        opinion: 'Opinión',
        feature: 'Reportaje',
        obituary: 'Obituario',
      },
      credits: {
        writer: (names) => `Por ${names}`,
        editor: (names) => `Edición: ${names}`,
        photographer: (names) => `Fotografías: ${names}`,
        illustrator: (names) => `Ilustración: ${names}`,
        cartographer: (names) => `Mapas: ${names}`,
        translator: (names) => `Traducción: ${names}`,
      },
      withAgencies: (names) => `Con información de ${names}`,
      published: 'Publicado',
      updated: 'Actualizado',
      at: (time) => `el ${time}`,
      oldNotice: (years) =>
        years === 1
          ? 'Este artículo se publicó hace más de un año.'
          : `Este artículo se publicó hace más de ${number(years)} años.`,
      corrections: 'Fe de errores',
      correctionKinds: { correction: 'Corrección', clarification: 'Aclaración', update: 'Actualización' },
      provenance: ({ publication, date, headline, section, page }) =>
        `Una versión de este artículo apareció en la edición impresa de ${publication} del ${date}` +
        `${section || page ? ` (${[section, page && `página ${digits(page)}`].filter(Boolean).join(', ')})` : ''}` +
        `${headline ? `, con el titular ${quoted(headline)}` : ''}.`,
      video: 'Vídeo',
      watchAt: (host) => `Ver o leer en ${host}`,
      related: 'Artículos relacionados',
      footnotes: 'Notas',
      backToText: (note) => `Volver al texto desde la nota ${digits(note)}`,
      table: 'Tabla',
      picture: 'Imagen',
      pictures: 'Imágenes',
      quotation: 'Cita',
      box: 'Recuadro',
      withdrawn: 'Este artículo ha sido retirado',
      withdrawnOn: (date) => `Retirado el ${date}`,
      topics: 'Temas',
      stayInTouch: 'Manténgase informado',
      groups: { paper: 'El periódico', read: 'Leer', follow: 'Seguir', policies: 'Normas' },
      imprint: 'Aviso legal',
      publishedBy: (publisher) => `Editado por ${publisher}`,
      textLicence: (licence) => `Textos bajo licencia ${licence}`,
      noStories: 'Todavía no se ha publicado ningún artículo.',
      notFound: 'No hay ninguna página en esta dirección',
      notFoundText:
        'Puede que la dirección esté mal escrita. El buscador encuentra todos los artículos, y los más recientes están en la portada.',
      lists: {
        navigation: 'El periódico',
        sections: 'Secciones',
        archive: 'Hemeroteca',
        contributors: 'Firmas',
        editions: 'Ediciones impresas',
        search: 'Buscar',
        storyCount: (count) => counted(count, 'artículo', 'artículos'),
        newer: 'Artículos más recientes',
        older: 'Artículos anteriores',
        newest: 'Últimos artículos',
        pageNumber: (page) => `Página ${number(page)}`,
        storiesBy: (name) => `Artículos de ${name}`,
        printEdition: (date) => `Edición impresa del ${date}`,
        printPage: (page) => `Página ${digits(page)}`,
        printHeadline: (headline) => `En papel: ${quoted(headline)}`,
        nothingListed: 'Aquí todavía no hay nada.',
        noCorrections: 'De momento no ha habido nada que corregir.',
        links: 'Enlaces',
        pages: 'Páginas',
        trail: 'Está aquí',
      },
      feeds: {
        label: 'Canales RSS',
        about:
          'Este es un canal de noticias. Copie su dirección en un lector de canales y cada artículo nuevo le llegará completo, en el orden de publicación.',
      },
      front: {
        briefs: 'Breves',
        analysis: 'Análisis y opinión',
        earlier: 'De días anteriores',
        allOf: (section) => `Toda la sección ${section}`,
      },
      article: {
        readingTime: (minutes) => counted(minutes, 'minuto de lectura', 'minutos de lectura'),
        contents: 'En este artículo',
        previousIn: (section) => `Anterior en ${section}`,
        nextIn: (section) => `Siguiente en ${section}`,
        moreOnTopic: 'Más sobre este tema',
      },
      sharing: {
        share: 'Compartir',
        copyLink: 'Copiar el enlace',
        email: 'Correo electrónico',
        copyPassage: 'Copiar el enlace a este párrafo',
        copyQuote: 'Copiar la cita con su enlace',
        linkCopied: 'El enlace está copiado.',
        quoteCopied: 'La cita está copiada, con su enlace.',
        citationCopied: 'La referencia está copiada.',
        notCopied: 'El navegador no ha copiado esto:',
        moved: 'El párrafo al que llevaba este enlace se modificó o se eliminó. Este es el más cercano.',
        cite: 'Citar este artículo',
        copy: 'Copiar',
        qrCode: 'Código QR del enlace corto',
      },
      onPaper: {
        folio: (page, pages) => `Página ${page} de ${pages}`,
        qr: (address) => `Código QR de ${address}`,
        version: (version) => `Versión ${number(version)}`,
        print: 'Imprimir',
        pictures: 'Con imágenes',
        larger: 'Letra más grande',
      },
      newspaper: {
        toPrint: 'Como periódico, para imprimir',
        continuedOn: (page) => `Sigue en la página ${digits(page)}`,
        continuedFrom: (page) => `Viene de la página ${digits(page)}`,
        inside: 'En esta edición',
        files: 'Para llevar',
        accessible:
          'El texto está completo y en orden de lectura, con títulos, índice y descripciones de las imágenes.',
      },
      searching: {
        label: 'Buscar en la hemeroteca',
        description: (name) => `Busque en todos los artículos de ${name} por palabra, sección, tema, firma y año.`,
        button: 'Buscar',
        resultCount: (count) => counted(count, 'artículo encontrado', 'artículos encontrados'),
        nothing: (query) => `Ningún artículo contiene ${quoted(query)}.`,
        near: 'Parecido:',
        busy: 'Buscando…',
        failed: 'No se ha podido cargar el buscador. La hemeroteca recoge todos los artículos por años.',
        more: 'Más resultados',
        filters: 'Acotar la búsqueda',
        section: 'Sección',
        topic: 'Tema',
        contributor: 'Firma',
        year: 'Año',
        all: 'Todo',
        order: 'Orden',
        byRelevance: 'Los más relevantes primero',
        byNewest: 'Los más recientes primero',
        byOldest: 'Los más antiguos primero',
        withoutScript:
          'El buscador funciona en el navegador y necesita JavaScript. Sin él, la hemeroteca recoge todos los artículos por años.',
      },
      comfort: {
        tools: 'Herramientas de lectura',
        settings: 'Apariencia',
        close: 'Cerrar',
        theme: 'Colores',
        themes: { auto: 'Como el dispositivo', paper: 'Papel', dark: 'Oscuro', sepia: 'Sepia' },
        textSize: 'Tamaño del texto',
        spacing: 'Interlineado',
        letterSpacing: 'Espacio entre letras',
        lineLength: 'Longitud de línea',
        typeface: 'Tipo de letra',
        typefaces: { serif: 'Con remates', sans: 'De palo seco' },
        singleKeys: 'Atajos de una sola tecla',
        reset: 'Restablecer',
        save: 'Guardar para después',
        saved: 'Guardado',
        savedStories: 'Artículos guardados',
        nothingSaved: 'Todavía no hay artículos guardados en este dispositivo.',
        needsScript: 'Los artículos se guardan en el dispositivo mediante JavaScript, que está desactivado.',
        readableOffline: 'Se puede leer sin conexión',
        remove: 'Quitar',
        offline: 'No hay conexión: esta es la copia guardada en este dispositivo.',
        notKept: 'No hay conexión, y esta página no está guardada en este dispositivo.',
        resume: 'Seguir leyendo donde lo dejó',
        listen: 'Escuchar',
        pause: 'Pausar',
        goOn: 'Continuar',
        stop: 'Detener',
        help: 'Atajos de teclado',
        keys: {
          search: 'Buscar',
          next: 'Artículo siguiente',
          previous: 'Artículo anterior',
          front: 'Portada',
          save: 'Guardar para después',
          settings: 'Apariencia',
          top: 'Volver al titular',
          help: 'Esta lista',
        },
        enlarge: 'Ampliar la imagen',
        nextPicture: 'Imagen siguiente',
        previousPicture: 'Imagen anterior',
        pictureOf: (picture, count) => `Imagen ${picture} de ${count}`,
        play: 'Reproducir el vídeo',
      },
    };
  },
  firstEdition: (name) => ({
    section: { name: 'Noticias', description: 'Qué ha pasado y qué significa.' },
    desk: 'Redacción',
    about: {
      title: 'Sobre este periódico',
      description: `Qué es ${name} y quién lo hace.`,
      text: `${name} es un periódico. Sus artículos vienen de [su propia redacción](/contributors/newsdesk/).

Lo que estaba mal se corrige a la vista de todos: cada corrección figura bajo su artículo y en [la página de correcciones](/corrections/).`,
    },
    contact: {
      title: 'Contacto',
      description: `Cómo comunicarse con ${name}.`,
      text: 'Las cartas, las preguntas y las correcciones son bienvenidas.',
    },
    story: {
      headline: `Nace ${name}`,
      standfirst: 'Este primer artículo muestra lo que un artículo puede contener.',
      picture: {
        alt: 'El dibujo de una portada: un titular, dos columnas de texto, una imagen.',
        caption: 'Así empieza una portada.',
        credit: `Dibujo: ${name}`,
      },
      text: `Cada artículo es una carpeta con un texto, y su lugar es su dirección para siempre. Este se puede cambiar, o se puede borrar su carpeta.

Las palabras pueden ir *destacadas* y [llevar a otra parte](/about/). Lo que sigue muestra qué más puede contener un artículo.

## Citas, recuadros, tablas

:::pull-quote
Lo que merece leerse dos veces puede sobresalir del texto.
:::

Los datos van en un recuadro al lado.

:::fact-box[Las primeras órdenes]
- \`npm run dev\`: muestra el periódico y cada cambio
- \`npm run desk new\`: crea un artículo
- \`npm run check\`: dice lo que hay que corregir
- \`npm run desk publish\`: publica
:::

| Página | Contenido |
| --- | --- |
| [Portada](/) | los artículos más recientes |
| [Hemeroteca](/archive/) | todos los artículos |`,
    },
  }),
};
