import { buildDocument } from "../build/buildDocument";

/** A little of everything that documents have most often. */
const sample = String.raw`# Warming up

With $\sigma(x) = \frac{1}{1+e^{-x}}$ and $z = w x + b$:

$$\sigma'(z) = \frac{e^{-z}}{(1+e^{-z})^2} = \sigma(z)(1-\sigma(z))$$

$$\frac{\partial}{\partial w} \log(1 + e^{z}) = x \sigma(z)$$

Let $p_i = \frac{e^{u_i}}{\sum_k e^{u_k}}$ and $L = -\sum_k t_k \log p_k$, where $\sum_k t_k = 1$.

$$
\begin{aligned}
\frac{\partial L}{\partial u_j} &= -\sum_k \frac{t_k}{p_k} \frac{\partial p_k}{\partial u_j} \\
&= p_j - t_j
\end{aligned}
$$
`;

/**
 * Reads and checks a document that nobody sees: an engine takes several times as long at what it does first, and less
 * again once it has seen what is done often.
 */
export function warmUp(): void {
  for (let time = 0; time < 2; time += 1) buildDocument(sample);
}
