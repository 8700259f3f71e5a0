"""The public benchmarks, one module each; every module is a `Kit` (see `oqiga.evaluate.kit`)."""
