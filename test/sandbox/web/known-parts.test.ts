import { type ForgeNode, readForgeDoc } from '../../../sandbox/web/ui-kit/forge-doc';
import { unknownParts } from '../../../sandbox/web/ui-kit/known-parts';
import { styleOf } from '../../../sandbox/web/ui-kit/xcss-style';

const node = (type: string, props: ForgeNode['props'] = {}, ...children: ForgeNode[]): ForgeNode => ({
  type,
  key: `${type}-1`,
  props,
  children,
});

describe('the document of a UI Kit module', () => {
  it('is drawn when it has nothing but what the sandbox draws', () => {
    const doc = node(
      'Root',
      {},
      node('Stack', { space: 'space.100' }, node('Text', { size: undefined }, node('String', { text: 'Range' }))),
      node('Range', { id: 'confidence', min: 1, max: 100, step: 1, defaultValue: 80, onChange: () => undefined }),
    );
    expect(unknownParts(doc)).toEqual([]);
  });

  it('names each component that the sandbox does not draw, however deep, once', () => {
    const doc = node('Root', {}, node('Stack', {}, node('DonutChart'), node('Inline', {}, node('DonutChart'))));
    expect(unknownParts(doc)).toEqual(['the component DonutChart']);
  });

  it('names each prop that would be lost', () => {
    expect(unknownParts(node('Button', { iconBefore: 'add', onClick: () => undefined }))).toEqual([
      'the prop iconBefore of Button',
    ]);
  });

  it.each([
    [{ position: 'absolute' }, 'the style position: absolute of Box'],
    [{ width: '10em' }, 'the style width: 10em of Box'],
    [{ backgroundColor: 'red' }, 'the style backgroundColor: red of Box'],
  ])('names each style that would be lost: %j', (xcss, sentence) => {
    expect(unknownParts(node('Box', { xcss }))).toEqual([sentence]);
  });

  it('has styles of design tokens', () => {
    const xcss = {
      width: '37.5%',
      height: '8px',
      backgroundColor: 'color.background.neutral',
      borderRadius: 'radius.small',
    };
    expect(unknownParts(node('Box', { xcss }))).toEqual([]);
    expect(styleOf(xcss)).toEqual({
      width: '37.5%',
      height: '8px',
      backgroundColor: 'var(--ds-background-neutral)',
      borderRadius: 'var(--ds-radius-small)',
    });
  });

  it('is refused when it is no such document', () => {
    expect(readForgeDoc(node('Root'))).toEqual(node('Root'));
    expect(() => readForgeDoc({ type: 'Root', props: {} })).toThrow(/not UI Kit's/);
  });
});
