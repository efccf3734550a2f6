import { options } from "preact";

/**
 * React writes `tabIndex` as the attribute `tabindex` everywhere; Preact writes it on SVG elements as it is spelt, where
 * browsers don't know it. With this, what can be focused does not depend on the renderer.
 */
export function nameTabIndexForSvg(): void {
  const before = options.vnode?.bind(options);
  options.vnode = (node) => {
    const props: Record<string, unknown> = node.props;
    if (typeof node.type === "string" && "tabIndex" in props) {
      const { tabIndex, ...others } = props;
      Object.assign(node, { props: { ...others, tabindex: tabIndex } });
    }
    before?.(node);
  };
}
