"""The largest zCDP parameter whose best (epsilon, delta) conversion stays within a given pair.

Canonne, Kamath, Steinke (2020), corollary 13: rho-zCDP gives delta = min over alpha > 1 of
exp((alpha - 1)(alpha rho - epsilon)) / (alpha - 1) * (1 - 1 / alpha)^alpha. Both minima are found by bisection.
"""

from math import exp, log


def delta_of(rho, epsilon):
    low, high = 1.0 + 1e-9, max(2.0, (epsilon + 1) / (2 * rho) + 2)
    for _ in range(400):
        alpha = (low + high) / 2
        slope = (2 * alpha - 1) * rho - epsilon + log(1 - 1 / alpha)
        low, high = (alpha, high) if slope < 0 else (low, alpha)
    exponent = (alpha - 1) * (alpha * rho - epsilon) + alpha * log(1 - 1 / alpha) - log(alpha - 1)
    return min(1.0, exp(exponent))


def rho_for(epsilon, delta):
    low, high = 0.0, epsilon + 1
    for _ in range(200):
        rho = (low + high) / 2
        low, high = (rho, high) if delta_of(rho, epsilon) <= delta else (low, rho)
    return low
