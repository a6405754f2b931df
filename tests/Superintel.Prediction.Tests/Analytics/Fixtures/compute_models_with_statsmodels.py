"""Writes statsmodels_models_dow30.json: vector models, autoregressions, HAR, CIR, copulas, components and clusters of data/sample by
Debian's python3-statsmodels, python3-scipy and python3-sklearn. Run from the repository root."""
import json
import warnings

import numpy as np
import pandas as pd
import scipy
import sklearn
import statsmodels
from scipy.optimize import minimize, minimize_scalar
from scipy.stats import kendalltau, ncx2, rankdata
from sklearn.cluster import DBSCAN, OPTICS, cluster_optics_dbscan
from statsmodels.api import OLS, add_constant
from statsmodels.distributions.copula.api import (ClaytonCopula, FrankCopula, GaussianCopula, GumbelCopula, StudentTCopula)
from statsmodels.tsa.api import VAR
from statsmodels.tsa.ar_model import AutoReg, ar_select_order
from statsmodels.tsa.arima.model import ARIMA
from statsmodels.tsa.vector_ar.vecm import VECM

closes = np.log(pd.read_csv("data/sample/dow30_close_daily_1990_2001.csv", index_col=0))
returns = 100 * closes.diff().dropna()
warnings.simplefilter("ignore")


def var(names, lags, trend):
    data = returns[names].values
    fit = VAR(data).fit(lags, trend=trend)
    orders = VAR(data).select_order(8, trend=trend)
    test = fit.test_causality(0, 1, kind="f")
    irf = fit.irf(5)
    return dict(series=names, lags=lags, trend=trend, coefficients=fit.params.tolist(), standardErrors=fit.stderr.tolist(),
                covariance=fit.sigma_u.tolist(), logLikelihood=fit.llf, aic=fit.aic, bic=fit.bic, hqic=fit.hqic,
                forecast=fit.forecast(data[-lags:], 5).tolist(), responses=irf.irfs.tolist(), orthogonal=irf.orth_irfs.tolist(),
                granger=[test.test_statistic, test.pvalue], selected={k: int(v) for k, v in orders.selected_orders.items()})


def vecm(names, rank, lags, deterministic):
    fit = VECM(closes[names].values, k_ar_diff=lags, coint_rank=rank, deterministic=deterministic).fit()
    irf = fit.irf(5)
    return dict(series=names, rank=rank, lags=lags, deterministic=deterministic, alpha=fit.alpha.tolist(), beta=fit.beta.tolist(),
                inside=fit.det_coef_coint.tolist(), gamma=fit.gamma.tolist(), outside=fit.det_coef.tolist(),
                covariance=fit.sigma_u.tolist(), logLikelihood=fit.llf, forecast=fit.predict(5).tolist(),
                responses=irf.irfs.tolist(), orthogonal=irf.orth_irfs.tolist())


def ar(name, lags, trend):
    fit = AutoReg(returns[name].values, lags, trend=trend).fit()
    best = [list(ar_select_order(returns[name].values, 8, ic=ic, trend=trend).ar_lags or []) for ic in ("aic", "bic")]
    return dict(series=name, lags=lags, trend=trend, coefficients=list(fit.params), standardErrors=list(fit.bse), sigma2=fit.sigma2,
                logLikelihood=fit.llf, aic=fit.aic, bic=fit.bic, selected=[len(b) for b in best],
                forecast=list(fit.predict(len(returns), len(returns) + 4)))


def arima(name, order, trend):
    y = (closes if order[1] else returns)[name].values
    y = np.diff(100 * y) if order[1] else y  # differenced first: no diffuse start
    model = ARIMA(y, order=(order[0], 0, order[2]), trend=trend)
    fit = model.fit()
    tight = minimize(lambda p: -model.loglike(model.transform_params(p)), model.untransform_params(fit.params), method="BFGS",
                     options=dict(gtol=1e-7))
    params = model.transform_params(tight.x)
    fit = model.smooth(params)
    ahead = fit.get_forecast(5)
    return dict(series=name, order=order, trend=trend, names=model.param_names, params=list(params), logLikelihood=fit.llf,
                aic=fit.aic, bic=fit.bic, forecast=list(ahead.predicted_mean), forecastErrors=list(ahead.se_mean))


def har(name, lags):
    series = returns[name].values ** 2
    rows = range(22, len(series))
    x = add_constant(np.array([[series[t - h:t].mean() for h in (1, 5, 22)] for t in rows]))
    plain = OLS(series[22:], x).fit()
    robust = OLS(series[22:], x).fit(cov_type="HAC", cov_kwds=dict(maxlags=lags, use_correction=False))
    last = np.array([1] + [series[-h:].mean() for h in (1, 5, 22)])
    return dict(series=name, lags=lags, coefficients=list(plain.params), standardErrors=list(plain.bse), robustErrors=list(robust.bse),
                rSquared=plain.rsquared, next=float(last @ plain.params))


def cir(name):
    path = returns[name].rolling(21).std().dropna().values[::5]

    def negative(point):
        theta, mu, sigma = np.exp(point)
        c = 2 * theta / ((1 - np.exp(-theta)) * sigma ** 2)
        density = ncx2.logpdf(2 * c * path[1:], 4 * theta * mu / sigma ** 2, 2 * c * path[:-1] * np.exp(-theta))
        return -np.sum(density + np.log(2 * c))

    found = minimize(negative, np.log([0.2, path.mean(), 0.3]), method="Nelder-Mead", options=dict(xatol=1e-9, fatol=1e-11, maxiter=4000))
    theta, mu, sigma = np.exp(found.x)
    return dict(series=name, window=21, every=5, theta=theta, mu=mu, sigma=sigma, logLikelihood=-found.fun)


def copulas(first, second):
    x, y = (np.round(returns[n].values, 8) for n in (first, second))  # ties stay ties whatever the logarithm's last digit
    u, v = (rankdata(z) / (len(returns) + 1) for z in (x, y))
    uv = np.column_stack([u, v])
    families = dict(gaussian=(lambda t: GaussianCopula(corr=t), -0.99, 0.99), clayton=(ClaytonCopula, 0.01, 20),
                    gumbel=(GumbelCopula, 1.001, 20), frank=(FrankCopula, 0.01, 40))
    fits = {}
    for family, (make, low, high) in families.items():
        loss = lambda t: -make(t).logpdf(uv).sum()
        found = minimize_scalar(loss, bounds=(low, high), method="bounded", options=dict(xatol=1e-10))
        fits[family] = dict(parameter=found.x, logLikelihood=-found.fun)
    t = minimize(lambda p: -StudentTCopula(corr=np.tanh(p[0]), df=np.exp(p[1])).logpdf(uv).sum(), [0.3, 2], method="Nelder-Mead",
                 options=dict(xatol=1e-9, fatol=1e-10))
    fits["student"] = dict(parameter=np.tanh(t.x[0]), freedom=np.exp(t.x[1]), logLikelihood=-t.fun)
    return dict(series=[first, second], kendall=kendalltau(x, y)[0], fits=fits)


def clusters():
    correlation = np.corrcoef(returns.values.T)
    values, vectors = np.linalg.eigh(correlation)
    loadings = vectors[:, ::-1][:, :3]
    loadings = loadings * np.sign(loadings[np.abs(loadings).argmax(0), range(3)])
    dbscan = DBSCAN(eps=0.11, min_samples=3).fit(loadings)
    optics = OPTICS(min_samples=3).fit(loadings)
    cut = cluster_optics_dbscan(reachability=optics.reachability_, core_distances=optics.core_distances_, ordering=optics.ordering_, eps=0.11)
    finite = [None if np.isinf(r) else r for r in optics.reachability_]
    return dict(eigenvalues=list(values[::-1]), loadings=loadings.T.tolist(), eps=0.11, minPoints=3, dbscan=dbscan.labels_.tolist(),
                core=dbscan.core_sample_indices_.tolist(), ordering=optics.ordering_.tolist(), reachability=finite,
                coreDistances=list(optics.core_distances_), opticsCut=cut.tolist())


document = dict(
    versions=dict(statsmodels=statsmodels.__version__, numpy=np.__version__, scipy=scipy.__version__, sklearn=sklearn.__version__),
    input="data/sample/dow30_close_daily_1990_2001.csv, natural logs; returns are 100 times their differences",
    var=[var(["KO", "PG"], 2, "c"), var(["XOM", "MRK", "GE"], 3, "c"), var(["C", "JPM"], 1, "n")],
    vecm=[vecm(["KO", "PG"], 1, 1, "ci"), vecm(["KO", "PG"], 1, 2, "co"), vecm(["KO", "PG"], 1, 1, "n"),
          vecm(["XOM", "MRK", "GE", "UTX"], 2, 2, "cili"), vecm(["C", "JPM", "AXP"], 1, 0, "colo"), vecm(["C", "JPM"], 1, 1, "coli")],
    ar=[ar("KO", 3, "c"), ar("IBM", 1, "n"), ar("XOM", 5, "c")],
    arima=[arima("KO", [1, 0, 1], "c"), arima("XOM", [2, 0, 1], "c"), arima("IBM", [0, 0, 1], "n"), arima("GE", [1, 1, 1], "n"),
           arima("MRK", [2, 0, 0], "c"), arima("HD", [1, 0, 2], "c")],
    har=[har("KO", 5), har("IBM", 10)],
    cir=[cir("KO"), cir("IBM"), cir("XOM")],
    copulas=[copulas("KO", "PG"), copulas("C", "JPM"), copulas("XOM", "MSFT")],
    clusters=clusters())
with open("tests/Superintel.Prediction.Tests/Analytics/Fixtures/statsmodels_models_dow30.json", "w") as file:
    json.dump(document, file, indent=1)
