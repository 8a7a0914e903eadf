"""iotbench on a Spark cluster. Shipped to the executors by --py-files; `classifier` is what runs there."""
