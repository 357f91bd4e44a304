import type { ForgeNode } from './forge-doc';
import { unknownStyles } from './xcss-style';

/** The components of UI Kit that are drawn, with the props of each that are. */
const known: Readonly<Record<string, readonly string[]>> = {
  Root: [],
  String: ['text'],
  Box: ['xcss'],
  Button: ['appearance', 'isDisabled', 'onClick', 'spacing', 'type'],
  ErrorMessage: [],
  Form: ['onSubmit'],
  Inline: ['alignBlock', 'space', 'spread'],
  Label: ['labelFor'],
  Link: ['href'],
  RadioGroup: ['name', 'onChange', 'options', 'value'],
  Range: ['defaultValue', 'id', 'max', 'min', 'onBlur', 'onChange', 'step'],
  SectionMessage: ['appearance'],
  Spinner: ['size'],
  Stack: ['space'],
  Text: ['color', 'size', 'weight'],
  Textfield: ['defaultValue', 'id', 'isCompact', 'isInvalid', 'onChange', 'placeholder'],
};

/** What of a document cannot be drawn here, each named once: components, props of components, styles of `xcss`. */
export function unknownParts(doc: ForgeNode): string[] {
  return [...new Set(partsOf(doc))];
}

function partsOf({ type, props, children }: ForgeNode): string[] {
  const own = Object.hasOwn(known, type) ? known[type] : undefined;
  if (own === undefined) return [`the component ${type}`];
  const unknownProps = Object.entries(props).flatMap(([name, value]) =>
    value === undefined || own.includes(name) ? [] : [`the prop ${name} of ${type}`],
  );
  const styles = unknownStyles(props['xcss']).map((style) => `the style ${style} of ${type}`);
  return [...unknownProps, ...styles, ...children.flatMap(partsOf)];
}
