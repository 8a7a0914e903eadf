<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Figures</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>start the run, or run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop the run (on Live); its report is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up, Live, Result, History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open a model (.onnx or Keras .h5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export the result as CSV files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the summary line (on Result)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program measures how fast and how rightly this machine classifies a stream of labelled images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a preset or fill in the form. What will happen stands on the right, in a sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast, how rightly, how long an image waits, how far the run is, and whether anything is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run showed, whether it can be trusted, and why. Everything can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that are kept: open, label or delete them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model file dropped on the window is used for the next run; a dropped report folder is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same program runs without a window: iotbench --batch. All options: iotbench --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1, revision %2, %3 build, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source of this program is licensed under Apache-2.0. It uses Qt (LGPL-3.0), OpenCV (Apache-2.0), QCustomPlot (GPL-3.0), HDF5, ONNX (Apache-2.0), libpng and Highway (Apache-2.0). With QCustomPlot in it, a distributed binary as a whole is under GPL-3.0. NOTICE has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It re-implements the programs of the VMware IoT Analytics Benchmark DL and understands their streams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test set of CIFAR-10:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveFigures</name>
    <message>
        <source>Images/s, last second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent images/s, last second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy, last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the receiver knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine null: answers are not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% · all so far %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of these %1 … %2 (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model without a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency from planned send, p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency from arrival, p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms · p50 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the last %1 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 from %1 images on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warming up, not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (first: line %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up: nothing is counted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first image for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a receiver on %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a sender on %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: what has been read is worked off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a number, written as %1, got &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not known: &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not available: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not offered by the engine %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 records were refused, over 0.1 %: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 records were refused: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at these lines of what the sender prints, and at --format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fell silent for %2 s without the end mark that was due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let the sender finish its stream, or give it more time with --idle-timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 broke off in the middle of an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see why the sender ended, and run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection to %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at the network between sender and receiver, and run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 right of %2 test images where the model&apos;s card has %3: over %4 points apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the images are not fed as the model was trained: check -s at the sender, the engine and its version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 predictions are the card&apos;s own (%3 right, card %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the CPU time was taken by the hypervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run again at a quieter hour, or on a machine of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the CPU was throttled by its heat for %1 % of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let it cool down, and improve its cooling: this rate will not last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the CPU quota held the program back for %1 % of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set --workers to no more than the quota of %1 CPUs, or lift the quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by the user before its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images were lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare with what the sender says it sent, and look at what lies between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images came twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see what lies between sender and receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no image was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no image came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check that the other end is running and connected to this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the receiver judges it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine %1 does not infer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no image was classified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no better than chance: the 95 % interval is %1 to %2 %, guessing gives 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check that model, normalisation (-s at the sender) and labels belong together; few images say little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stream does not look as the model wants it (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the sender -s, so that it subtracts the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out -s at the sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only %1 different images, fewer than 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send more: -t 10000 is the whole test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to measure it by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured for %1 s, under 9.5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run for 10 s or longer: at this rate that takes -t %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a debug build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>build with -DCMAKE_BUILD_TYPE=Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there were no planned send times to measure it from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated, so it grows with the length of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for less than %1 images/s with -i</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sends were late, over 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave a CPU to the sender with --workers, or send from another machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from arrival: the way to here is not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: reading stopped after %2 records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: end mark after %2 records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: closed after %2 records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: all records that were asked for have come, %2 from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing complete came for too long, closed after %2 records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: broke off in the middle of a record, after %2 whole ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: connection failed after %2 records: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: format %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listening on %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model has no card: its input is taken to be RGB/255; say otherwise with --normalise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a whole number from %1 to %2 or %4, got &quot;%3&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a whole number from %1 to %2, got &quot;%3&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a number from %1 to %2 (%5) or %4, got &quot;%3&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a number from %1 to %2 (%5), got &quot;%3&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes true or false, got &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes %1, but &quot;%2&quot; has no host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes %1, but &quot;%2&quot; has no port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes %1 with a port from 1 to 65535, got &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes %1 with a port from 0 to 65535, got &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes %1 with an IPv6 address in brackets, as [::1]:10000, got &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes one of %1, got &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not apply to --role %1, only to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is passed over: it does not apply to --role %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is required, but for --role send and --engine null; see --list-models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be given together with --listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applies only with --listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs --connect or --listen: standard output carries one stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs --listen: there is one sender without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the same as --streams in loopback, got %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives %1 to %2 streams, so that some would send nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a rate: --imagesPerSec max has no schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applies to --format keras only: %1 carries bytes, and the receiver subtracts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be larger than --queue: a batch of %1 never waits in a queue of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be judged with --engine null, whose answers mean nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than --imagesPerSec offers, so that it will be missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: values look like 0..255: is this format spark?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the values of the first lines are all out of range for format %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the values look as if the pixel mean had not been subtracted, which the model wants: send with -s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the values look as if the pixel mean had been subtracted, which the model does not want: send without -s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by the user after %1 images were sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by the user after %1 images were classified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated: %1 of %2 images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--min-accuracy %1 missed: no accuracy was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--min-accuracy %1 met: %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--min-accuracy %1 missed: %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--require-rate %1 missed: no rate was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--require-rate %1 missed: %2 images/s, but only %3 were offered: ask for more with -i, or for -i max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--require-rate %1 met: %2 images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--require-rate %1 missed: %2 images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--max-p99 %1 missed: a p99 takes 1000 images, there were %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--max-p99 %1 met: %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--max-p99 %1 missed: %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message>
        <source>pixel mean subtracted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input 0 to 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no card: its accuracy and input are not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>in any of the four formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as text (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as binary records (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leave as fast as they are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leave at %2 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It takes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It takes about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> How long it takes shows what this machine can do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in %1 streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoded on %1 and not classified, to measure this program itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classified by %1 with %2 on %3, and compared with their labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over a local TCP connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2%3 %4, are read back, %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> A rate that this machine cannot keep is reported as saturated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a sender on %1; its images, %2, are %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects to the sender at %1; its images, %2, are %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The run ends after %1 images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The run ends after %1 at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The run ends with the sender&apos;s end mark, or when no more comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to whoever connects to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the receiver at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2%3 %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput will be weak: %1 is too short, under 9.5 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy will be weak: %1 images are fewer than 1,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no card: its input is taken to be 0 to 1. See More.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original&apos;s pacing sends 1.4 times too fast; there is no latency from a planned time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone who can reach this machine can connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotExport</name>
    <message>
        <source>%1 could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the name has to end in .png, .svg or .pdf</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Original benchmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,000 images/s × 10,000, ResNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 seconds, too short to be trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fast as the engine takes them, 15 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for nc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receive from another program or machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>What this process does: loopback sends to itself and measures both ends, send and receive are one end each, worker answers every record on standard input with one line on standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model: the name of a bundled one (see --list-models), or the path of an .onnx or Keras .h5 file. Required, but for --role send and --engine null.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bundled CIFAR-10 test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images to send instead of the bundled test set: a file of CIFAR-10 binary records, or a folder of *.bin files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a model without a card is fed with: bytes / 255, the same minus the training pixel mean, or the bytes themselves; auto is what the card says, and unit without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images to send in a second, over all streams; max (or 0) is as fast as the receiver takes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 where sending, no limit where receiving or with --duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images to send over all streams; where receiving, the number expected: the run ends with it, and fewer count as lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, not limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run after this time; together with --totalImages, whichever comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the model wants in loopback, off in send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends format keras with the training pixel mean subtracted, as ResNet wants it; --no-subtractMean sends without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When images are due: evenly spaced, with the random gaps of independent cameras (poisson), with a long tail (lognormal), or by the loop of the original program, which sends 1.4 times too fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the random gaps: the same seed gives the same schedule on every machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent streams to send at once, as that many cameras; rate and total are shared out among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard input or output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for connections on this port; only this machine (127.0.0.1) can connect unless a host is given, 0.0.0.0 for every network; port 0 takes any free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects to this host and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How an image is written on the wire; auto is keras where we send, and is told from the first bytes of each stream where we receive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies between embedded sender and receiver: a TCP socket on 127.0.0.1, or memory that carries the same bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1; in loopback as many as streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections served at once; the next one waits until a place is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a listening receiver waits for another sender after the last one went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run when no image has come for this long, counted from the first one; 0 is never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to wait for the first image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs the model (see --list-engines); null does everything but the inference, and so measures this program itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers that the engine calculates with, where engine and model offer a choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most images that are inferred together; fewer when fewer are waiting, so that a low rate keeps the latency of single images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as CPUs allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads that decode and classify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most images waiting between reader and workers; when it is full, reading stops and the sender feels it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferences that each session makes before the first image of the stream is read; not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the original program&apos;s line after every so many images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes summary.csv, intervals.csv, images.csv and report.json into this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appends the run&apos;s summary as one row to this file, for series of runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets --report write into a folder that is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name for this run, kept in every report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the name of this machine out of reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weak verdict exits with 3, as an invalid one does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No progress on standard error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit code 4 unless at least this percentage of the images is classified rightly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit code 4 unless at least so many images a second are classified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit code 4 unless 99 of 100 images have their result within this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How images are sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they travel on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What classifies them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates: a missed one gives exit code 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs without a window, with progress and results as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads settings from this JSON file first; options on the command line win.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the effective settings as JSON, as --config reads it, and exits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the bundled models, and exits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the inference engines, with the reason where one is not available, and exits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the run in a window, saves a picture of it to this PNG file, and exits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the picture shows; live unless given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s size, as 1280x800.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints this help, and exits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the versions of the program and of the libraries it uses, and exits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model&apos;s input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtract mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reporting interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Append to CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the host&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strict exit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images/s, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency p99, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP, this computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory, the same bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keras (text, as the original)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spark (text, whole numbers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scala (text, signed bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cifar (binary records)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poisson (independent cameras)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lognormal (long tail)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original (sends 1.4 times too fast)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the model&apos;s card says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit (RGB / 255)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean-subtracted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw (0 to 255)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the model wants it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>senders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::AddressField</name>
    <message>
        <source>Everyone who can reach this machine can send to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the other end, from this computer only or from the network, or goes to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen, this computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the other end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the line to the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::CommandPanel</name>
    <message>
        <source>The same without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the other end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the other end; the port is chosen at Start:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the other end:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::LastRunsPanel</name>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished runs are listed here, and kept under History.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::MachinePanel</name>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoding with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(virtual machine)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Governor unknown: clocks may vary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Governor performance: steady clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Governor %1: clocks vary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimised build (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debug build: its speed means nothing. Build with -DCMAKE_BUILD_TYPE=Release.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::MainWindow</name>
    <message>
        <source>The run has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help, about, language and theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the run (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field on the page Set up is marked: put it right first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field is marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading model and images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run within a second; its report is kept (Esc on Live)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are for the next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has been read is worked off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is for the next run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is now %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no report folder: it has no report.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither a model (.onnx, .h5) nor a report folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is going on. Stop it and close?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::MorePanel</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows every other setting.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::PlanPanel</name>
    <message>
        <source>This will happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field is marked: put it right, and what will happen stands here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::PresetsPanel</name>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an .onnx or .h5 file here to use it, a report folder to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Keep these settings as a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps what the form holds under a name of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills the form with: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::RateField</name>
    <message>
        <source>as fast as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends as fast as the receiver takes the images: the way to find out what this machine can do. The latency of a planned sending is not measured then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::Screenshot</name>
    <message>
        <source>The run ended without waiting for a sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting is wrong: the run cannot be started.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::SetupForm</name>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send and receive here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An embedded sender and the receiver, both in this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifies what another program sends: nc, the original&apos;s sender, or iotbench.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends labelled images to another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model and engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses an .onnx or Keras .h5 file (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not available)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null (everything but the inference)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bf16 and int8 need the OpenVINO engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.onnx *.h5 *.hdf5 *.keras);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::StatusLine</name>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores that this program uses, of those it may use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest event; a click opens the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::StopField</name>
    <message>
        <source>Stop after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whichever comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::TimePlots</name>
    <message>
        <source>Plots of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move in time, wheel to zoom, double click to follow the run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— achieved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   - - offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolling accuracy, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last %1 images · band: 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers are not judged here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the receiver knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— p50   - - p99 of the last %1   • maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model card %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After %1: %2 images/s, rolling accuracy %3 %, latency p50 %4 ms, p99 %5 ms. The table has all values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>iotbench::ui::WindowMenu</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
