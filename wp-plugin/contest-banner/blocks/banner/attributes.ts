/** The block's attributes, as block.json declares them: texts, and empty where nothing was chosen. */

export type Attribute =
  | 'contest'
  | 'unit'
  | 'layout'
  | 'precision'
  | 'qr'
  | 'lang'
  | 'heading'
  | 'href'
  | 'opens'
  | 'closes'
  | 'rules';

export type Attributes = Record<Attribute, string>;

/** What every part of the editor gets of the block. */
export interface BlockProps {
  attributes: Attributes;
  setAttributes: (changed: Partial<Attributes>) => void;
}
