/** What themes, resets and plug-ins say about every element of a page; each was seen somewhere. */

export const RESETS: Record<string, string> = {
  'html{font-size:62.5%}': 'html{font-size:62.5%} body{font-size:1.4rem}',
  'an old reset of everything':
    'html,body,div,p,h2,a,img,dl,dt,dd,ul,li,section,figure,contest-banner{margin:0;padding:0;border:0;font:inherit;font-size:100%;vertical-align:baseline} body{line-height:1} ul{list-style:none}',
  'a preflight that takes borders and link colours away':
    '*,::before,::after{box-sizing:border-box;border:0 solid} img,svg{display:block} a{color:inherit;text-decoration:inherit}',
  '*{all:unset!important}': '*{all:unset!important}',
  '*{all:initial!important}': '*{all:initial!important} head,style,script{display:none!important}',
  '*{all:revert!important}': '*{all:revert!important}',
  '*{box-sizing:content-box!important} with padding and border':
    '*{box-sizing:content-box!important;padding:1px!important;border:1px solid!important}',
  'the cosmetic rules of an ad blocker':
    '[class*="banner"],[id*="banner"],.ads,.ad-banner,iframe[src*="banner"],img[src*="banner"]{display:none!important}',
};

export const DISPLAYS: Record<string, string> = Object.fromEntries(
  ['inline', 'inline-block', 'flex', 'inline-flex', 'grid', 'table', 'contents', 'flow-root'].map(
    (display) => [
      `*{display:${display}!important}`,
      `body *{display:${display}!important} script,style{display:none!important}`,
    ],
  ),
);

export const TEXTS: Record<string, string> = {
  'a tiny serif for everything': '*{font:9px/1 "Times New Roman",serif!important}',
  'letters of no size': '*{font-size:0!important}',
  'lines of no height': '*{line-height:0!important}',
  'letters in the colour of the ground':
    '*{color:#fff!important;background:#fff!important;-webkit-text-fill-color:#fff!important}',
  'letters that are only a shadow':
    '*{color:transparent!important;-webkit-text-fill-color:transparent!important;text-shadow:0 0 9px #888!important}',
  'text moved out of the window': '*{text-indent:-9999px!important}',
  'text that never breaks': '*{white-space:pre!important;word-break:keep-all!important}',
  'text cut off with dots':
    '*{white-space:nowrap!important;overflow:hidden!important;text-overflow:ellipsis!important}',
  'everything in capitals and spaced out':
    '*{text-transform:uppercase!important;font-variant:small-caps!important;font-style:oblique!important}',
  'everything hidden until the page is complete': '*{visibility:hidden!important}',
  'a black ground': '*{background:#000!important;color:#ccc!important}',
  'writing from right to left': '*{direction:rtl!important;text-align:right!important}',
  'letters forced into one direction':
    '*{unicode-bidi:bidi-override!important;direction:rtl!important}',
};

export const BOXES: Record<string, string> = {
  '*{position:relative!important}': '*{position:relative!important;z-index:1!important}',
  '*{position:static!important}': '*{position:static!important}',
  '*{float:left!important}': 'body *{float:left!important}',
  '*{float:right!important}': 'body *{float:right!important}',
  '*{overflow:hidden!important}': '*{overflow:hidden!important}',
  '*{max-width:100%!important;height:auto!important}':
    '*{max-width:100%!important;height:auto!important;min-width:0!important}',
  '*{width:100%!important}': 'body *{width:100%!important}',
  '*{animation}, blinking and sliding':
    '@keyframes theme{50%{color:red;transform:translateX(1px)}} *{animation:theme 1s infinite!important;transition:all 3s!important}',
  '*{transition:all 10s!important}': '*{transition:all 10s!important}',
  '*{transform:none!important;filter:none!important}':
    '*{transform:none!important;filter:none!important;contain:none!important}',
  'grey for a day of mourning': 'html{filter:grayscale(1)!important}',
  'marks before everything': '*::before{content:"» "!important;float:left;color:red}',
  '*{pointer-events:none!important}': '*{pointer-events:none!important}',
  'links that are hidden': 'a{display:none!important}',
  'links of its own kind':
    'a{color:#ff0!important;background:#ff0!important;border:0!important;padding:0!important;font-size:8px!important}',
};
