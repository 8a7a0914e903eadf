"""The Spark context that both commands run in, and what a report says of it."""
import platform

from pyspark import SparkConf, SparkContext


def configuration(name):
    conf = SparkConf().setAppName(f"iotbench {name}")
    # A Python worker, and with it its classifier, outlives its task.
    conf.set("spark.python.worker.reuse", "true")
    # All slots are there before anything is measured.
    conf.setIfMissing("spark.scheduler.minRegisteredResourcesRatio", "1.0")
    # What Spark says of a classifier's fault stands on lines of its own.
    conf.setIfMissing("spark.ui.showConsoleProgress", "false")
    return conf


def open_context(conf):
    context = SparkContext.getOrCreate(conf)
    context.setLogLevel("WARN")
    context.parallelize([0], 1).count()  # waits for the slots
    return context


def task_cpus(conf):
    return int(conf.get("spark.task.cpus", "1"))


def slots(context):
    """How many tasks run at once."""
    return max(1, context.defaultParallelism // task_cpus(context.getConf()))


def is_local(context):
    """Whether the driver is the executor."""
    return context.master.startswith("local")


def executors_alive(context):
    """Their ids, as the driver knows them; not in local mode."""
    ids = context._jsc.sc().getExecutorIds()
    return {ids.apply(number) for number in range(ids.size())}


def start_classifiers(context, classify):
    """One for each task that can run at once, so that the time which loading the model takes is over before anything is
    measured. Where the executors' Python workers do not live long enough to keep one, the first task starts it anew."""
    count = slots(context)
    context.parallelize(range(count), count).mapPartitions(classify.start).collect()


def cluster_facts(context):
    return {"spark_version": context.version, "master": context.master, "python_version": platform.python_version(),
            "java_version": context._jvm.java.lang.System.getProperty("java.version"),
            "task_cpus": task_cpus(context.getConf()), "slots": slots(context)}
