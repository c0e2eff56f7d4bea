/**
 * What other systems let through at their default settings, each as two lists. Where a system can be
 * had here (WordPress) it is asked itself: `test/wordpress/snippet.spec.ts`.
 */

import { filtered, partedBySpaces, type Tag } from './tags.ts';

export interface Rules {
  name: string;
  /** Where the rules were read, and in which version. */
  source: string;
  /**
   * Elements that stay, with the attributes that they keep beside those of `*`; `any` keeps all
   * elements but those of `unwrapped` and `removed`.
   */
  elements: Record<string, string[]> | 'any';
  /** Elements that lose their tags; needed only where `elements` is `any`. */
  unwrapped?: string[];
  /** Elements that go with all that is in them. */
  removed?: string[];
  /** Attributes that go wherever they stand; needed only where `elements` is `any`. */
  noAttributes?: string[];
  /** Line breaks in a tag break it. */
  spaced?: boolean;
  /** What a value must be like, by attribute; one that is not loses the attribute. */
  values?: Record<string, RegExp>;
}

/** AntiSamy's regular expressions for an alternative text and for the two kinds of addresses. */
const ALT = /^[\p{L}\p{N},'.\s\-_()]*$/u;
const ADDRESS =
  /^(?:[\p{L}\p{N}\\.#@$%*+&;\-_~,?=/!]*|(?:(?:ht|f)tps?:\/\/|mailto:)[\p{L}\p{N}]+[\p{L}\p{N}\p{Zs}.#@$%*+&;:\-_~,?=/!()]*)$/u;

const plain = (names: string): Record<string, string[]> =>
  Object.fromEntries(names.split(' ').map((name) => [name, []]));

export const rules: Rules[] = [
  {
    name: 'Joomla, default forbidden list',
    // Installed for all groups who may write, in Joomla 4 for administrators too; super users alone
    // are not filtered (System → Global Configuration → Text Filters). Its answers to what is handed
    // out and to the guides' snippets were compared with those of the class itself.
    source:
      'joomla-framework/filter 3.0.1, InputFilter::$blockedTags and $blockedAttributes; ' +
      'groups: com_config in installation/sql, Joomla 3 and 4',
    elements: 'any',
    spaced: true,
    unwrapped:
      'applet body bgsound base basefont canvas embed frame frameset head html id iframe ilayer layer link meta name object script style title xml'.split(
        ' ',
      ),
    noAttributes: 'action background codebase dynsrc formaction lowsrc'.split(' '),
  },
  {
    name: 'Drupal, Basic HTML',
    source:
      'drupal/core 11, core/profiles/standard/config/install/filter.format.basic_html.yml as of ' +
      'git.drupalcode.org/project/drupal/commit/f7a76585 (`<span>`, which older ones have, left out)',
    elements: {
      ...plain('br p cite dl dt dd strong em code li'),
      ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['id']])),
      a: ['href', 'hreflang'],
      blockquote: ['cite'],
      ul: ['type'],
      ol: ['start', 'type'],
      img: 'src alt height width data-entity-type data-entity-uuid data-caption data-align'.split(
        ' ',
      ),
      '*': ['lang', 'dir'],
    },
  },
  {
    name: 'Liferay, AntiSamy',
    // Web content (JournalArticle) is excepted by default; blogs and the knowledge base have files
    // of their own. Control Panel → System Settings → Security Tools → AntiSamy Sanitizer.
    source:
      'liferay/liferay-portal 7fa80de, portal-security-antisamy: sanitizer-configuration.xml; ' +
      'exception: AntiSamyConfiguration.java, eb65aa6',
    elements: {
      ...plain(
        'article aside bdi details dialog figcaption figure footer header main mark meter nav picture progress ruby s section summary time wbr h1 h2 h3 h4 h5 h6 i b u strong em small big pre code cite samp sub sup strike center blockquote hr br span ul ol li dl dt dd',
      ),
      p: ['align'],
      div: ['align'],
      a: ['href', 'target', 'rel', 'name'],
      img: ['src', 'alt', 'width', 'height', 'name', 'border', 'align'],
      ...plain('table thead tbody tfoot tr td th caption'),
      '*': ['id', 'style', 'title', 'class', 'lang'],
    },
    removed: ['script', 'iframe', 'frameset', 'frame'],
    values: { alt: ALT, href: ADDRESS, src: ADDRESS },
  },
  {
    name: 'SharePoint, HTML fields',
    // Only iframes are documented: those of domains that are not listed go (site collection → Site
    // Settings → HTML Field Security). That script goes where custom script is off is documented for
    // pages; that unknown elements are unwrapped is assumed.
    source:
      'learn.microsoft.com: ScriptSafeExternalEmbedding, RichHtmlField.AllowEmbedding, ' +
      'security considerations of allowing custom script',
    elements: 'any',
    unwrapped: ['contest-banner', 'contest-qr', 'contest-countdown'],
    removed: ['script', 'iframe', 'object', 'embed', 'style', 'form'],
    noAttributes: [],
  },
  {
    name: 'DotNetNuke, NoScripting',
    // Modules that filter at all use it; the HTML module leaves it to the editor (CKEditor's
    // AllowedContent), which drops classes and data attributes when a text is edited again.
    source: 'dnnsoftware/Dnn.Platform 0061784, PortalSecurity.InputFilter; issues 3370, 4008',
    elements: 'any',
    removed: 'script input object embed applet form option select source iframe ilayer'.split(' '),
    noAttributes: [],
  },
];

export const whitelist =
  ({ elements, unwrapped = [], removed = [], noAttributes = [], values = {}, spaced }: Rules) =>
  (html: string): string =>
    filtered(
      spaced ? partedBySpaces(html) : html,
      ({ name, closing, attributes }): 'remove' | 'unwrap' | Tag => {
        if (removed.includes(name)) return 'remove';
        const known = elements === 'any' ? undefined : elements[name];
        const hyphen = name.includes('-');
        if (unwrapped.includes(name) || hyphen || (elements !== 'any' && !known)) return 'unwrap';
        const stays = ([key, value]: [string, string]) =>
          !noAttributes.includes(key) &&
          !key.startsWith('on') &&
          (!known ||
            known.includes(key) ||
            (elements as typeof elements & object)['*']?.includes(key)) &&
          (values[key]?.test(value) ?? true);
        return { name, closing, attributes: attributes.filter(stays) };
      },
    );
