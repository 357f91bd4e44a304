import Button from '@atlaskit/button/new';
import { RadioGroup } from '@atlaskit/radio';
import Range from '@atlaskit/range';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import Textfield from '@atlaskit/textfield';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import * as z from 'zod';

import { SiteLink } from '../navigation';
import type { ForgeNode } from './forge-doc';
import { fieldEvent, handler, number, oneOf, text } from './node-props';
import { styleOf, tokenVariable } from './xcss-style';

import './draw-node.css';

type Props = ForgeNode['props'];

/** Draws one component and what is in it. All of it must be in known-parts.ts. */
export function DrawNode({ node: { type, props, children } }: { node: ForgeNode }): ReactElement {
  const inside = children.map((child) => <DrawNode key={child.key} node={child} />);
  return <>{drawings[type]?.(props, inside)}</>;
}

/** By the component's name; each of known-parts.ts has one. */
const drawings: Readonly<Record<string, (props: Props, inside: ReactNode) => ReactNode>> = {
  Root: (_props, inside) => inside,
  String: (props) => text(props['text']),
  Box: ({ xcss }, inside) => <div style={styleOf(xcss)}>{inside}</div>,
  Button: (props, inside) => (
    <Button
      appearance={oneOf(['default', 'primary', 'subtle'], props['appearance']) ?? 'default'}
      spacing={oneOf(['default', 'compact'], props['spacing']) ?? 'default'}
      type={oneOf(['button', 'submit'], props['type']) ?? 'button'}
      isDisabled={props['isDisabled'] === true}
      onClick={({ type }) => {
        handler(props['onClick'])({ type, target: {} });
      }}
    >
      {inside}
    </Button>
  ),
  ErrorMessage: (_props, inside) => (
    <p className="ui-kit-error" role="alert">
      {inside}
    </p>
  ),
  Form: ({ onSubmit }, inside) => (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        handler(onSubmit)();
      }}
    >
      {inside}
    </form>
  ),
  Inline: (props, inside) => (
    <div className="ui-kit-inline" style={flexStyle(props)}>
      {inside}
    </div>
  ),
  Label: ({ labelFor }, inside) => (
    <label className="ui-kit-label" htmlFor={text(labelFor)}>
      {inside}
    </label>
  ),
  Link: ({ href }, inside) => {
    const { origin, pathname, search, hash, href: whole } = new URL(text(href) ?? '', window.location.origin);
    if (origin !== window.location.origin) return <a href={whole}>{inside}</a>;
    return <SiteLink href={pathname + search + hash}>{inside}</SiteLink>;
  },
  RadioGroup: ({ name, options, value, onChange }) => (
    <RadioGroup
      name={text(name) ?? ''}
      options={optionsSchema.parse(options)}
      value={text(value) ?? null}
      onChange={(event) => {
        handler(onChange)(fieldEvent(event));
      }}
    />
  ),
  Range: ({ id, min, max, step, defaultValue, onChange, onBlur }) => (
    <Range
      id={text(id)}
      min={number(min) ?? 0}
      max={number(max) ?? 100}
      step={number(step) ?? 0.1}
      defaultValue={number(defaultValue) ?? 50}
      onChange={handler(onChange)}
      onBlur={(event) => {
        handler(onBlur)(fieldEvent(event));
      }}
    />
  ),
  SectionMessage: ({ appearance }, inside) => (
    <SectionMessage appearance={oneOf(['information', 'warning', 'error', 'success'], appearance) ?? 'information'}>
      {inside}
    </SectionMessage>
  ),
  Spinner: ({ size }) => <Spinner size={oneOf(spinnerSizes, size) ?? 'medium'} />,
  Stack: ({ space }, inside) => (
    <div className="ui-kit-stack" style={flexStyle({ space })}>
      {inside}
    </div>
  ),
  Text: ({ color, size, weight }, inside) => (
    <p
      className={`ui-kit-text ui-kit-text-${oneOf(['small', 'large'], size) ?? 'medium'}`}
      style={{
        ...(typeof color === 'string' ? { color: tokenVariable(color.replace(/^color\./, '')) } : {}),
        ...(typeof weight === 'string' ? { fontWeight: tokenVariable(`font.weight.${weight}`) } : {}),
      }}
    >
      {inside}
    </p>
  ),
  Textfield: ({ id, isCompact, isInvalid, placeholder, defaultValue, onChange }) => (
    <Textfield
      id={text(id)}
      isCompact={isCompact === true}
      isInvalid={isInvalid === true}
      placeholder={text(placeholder) ?? ''}
      defaultValue={text(defaultValue) ?? ''}
      onChange={(event) => {
        handler(onChange)(fieldEvent({ type: event.type, target: event.currentTarget }));
      }}
    />
  ),
};

const spinnerSizes = ['small', 'medium', 'large'] as const;

const optionsSchema = z.array(z.object({ name: z.string(), value: z.string(), label: z.string() }));

const alignments = { start: 'flex-start', center: 'center', end: 'flex-end', baseline: 'baseline' } as const;

function flexStyle({ space, spread, alignBlock }: Props): CSSProperties {
  const align = oneOf(['start', 'center', 'end', 'baseline'], alignBlock);
  return {
    ...(typeof space === 'string' ? { gap: tokenVariable(space) } : {}),
    ...(spread === 'space-between' ? { justifyContent: 'space-between' } : {}),
    ...(align === undefined ? {} : { alignItems: alignments[align] }),
  };
}
