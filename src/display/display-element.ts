import { ContestElement, type Showing } from '../elements/contest-element.ts';
import { readUnitName } from './settings.ts';
import { wordsFor, type Words } from './words.ts';

/** What paper and screen are drawn from. */
export interface DisplayShowing extends Showing {
  words: Words;
  /** The unit's name, for the reader; empty where nobody gave one. */
  unitName: string;
}

/** What paper and screen have in common besides: the unit's name, and words of their own. */
export abstract class DisplayElement extends ContestElement {
  static override properties = {
    ...ContestElement.properties,
    unitName: { attribute: 'unit-name' },
  };

  /** Name of the unit as it is shown, at most 200 characters. */
  declare unitName: string | null | undefined;

  #unitName = '';

  protected override configure(): void {
    super.configure();
    this.#unitName = readUnitName(this.unitName, (fault) => this.tell(fault));
  }

  protected override get showing(): DisplayShowing | undefined {
    const showing = super.showing;
    return showing && { ...showing, words: wordsFor(showing.t), unitName: this.#unitName };
  }
}
