import { Label } from '@patternfly/react-core';
import { isTurned, spelled } from './marked';

/** Somebody's words: set apart, so that their direction turns nothing around them, and marked when they hold characters nobody sees. */
export function Words({ text }: { text: string }) {
  if (!isTurned(text)) return <bdi>{text}</bdi>;
  return (
    <bdi className="fl-turned" dir="ltr">
      {spelled(text)}{' '}
      <Label isCompact color="orange" title="Holds characters that cannot be seen or turn the direction of writing. They are written out here.">
        Hidden characters
      </Label>
    </bdi>
  );
}
