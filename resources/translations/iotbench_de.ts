<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Capacity</name>
    <message>
        <source>cameras of %1 images/s</source>
        <translation>Kameras mit je %1 Bildern/s</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>p99 %1 ms, limit %2 ms</source>
        <translation>p99 %1 ms, Grenze %2 ms</translation>
    </message>
    <message>
        <source>every image classified</source>
        <translation>jedes Bild klassifiziert</translation>
    </message>
    <message>
        <source>%1 % correct</source>
        <translation>%1 % richtig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>holds at %1</source>
        <translation>hält bei %1</translation>
    </message>
    <message>
        <source>fails at %1</source>
        <translation>scheitert bei %1</translation>
    </message>
    <message>
        <source>so the answer will be %1</source>
        <translation>die Antwort wird also %1 sein</translation>
    </message>
    <message>
        <source>confirmed by two runs: %1</source>
        <translation>von zwei Läufen bestätigt: %1</translation>
    </message>
    <message>
        <source>stopped, not confirmed; the probe that ran is dropped</source>
        <translation>angehalten, nicht bestätigt; die laufende Probe ist verworfen</translation>
    </message>
    <message>
        <source>The sender was the limit. Send from another machine.</source>
        <translation>Der Sender war die Grenze. Von einem anderen Rechner aus senden.</translation>
    </message>
    <message>
        <source>Other programs interfered with the probes. Close them and search again.</source>
        <translation>Andere Programme haben die Proben gestört. Diese schließen und noch einmal suchen.</translation>
    </message>
    <message>
        <source>The model is not accurate enough at any load.</source>
        <translation>Das Modell ist bei keiner Last genau genug.</translation>
    </message>
    <message>
        <source>%1: p99 %2 ms, limit %3 ms</source>
        <translation>%1: p99 %2 ms, Grenze %3 ms</translation>
    </message>
    <message>
        <source>, so far</source>
        <translation>, bisher</translation>
    </message>
    <message>
        <source>, at least</source>
        <translation>, mindestens</translation>
    </message>
    <message>
        <source>Your cameras</source>
        <translation>Ihre Kameras</translation>
    </message>
    <message>
        <source>cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>The search does not tell whether so many are served.</source>
        <translation>Ob so viele bedient werden, zeigt die Suche nicht.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>of the runs that confirm the answer</source>
        <translation>der Läufe, die die Antwort bestätigen</translation>
    </message>
    <message>
        <source>1 camera</source>
        <translation>1 Kamera</translation>
    </message>
    <message>
        <source>%1 cameras</source>
        <translation>%1 Kameras</translation>
    </message>
    <message>
        <source>How many cameras can this machine serve?</source>
        <translation>Wie viele Kameras bedient dieser Rechner?</translation>
    </message>
    <message>
        <source>How many images a second does this machine hold?</source>
        <translation>Wie viele Bilder je Sekunde hält dieser Rechner?</translation>
    </message>
    <message>
        <source>no load has held yet</source>
        <translation>noch keine Last hat gehalten</translation>
    </message>
    <message>
        <source>Probe %1</source>
        <translation>Probe %1</translation>
    </message>
    <message>
        <source>Next probe</source>
        <translation>Nächste Probe</translation>
    </message>
    <message>
        <source>The engine warms up.</source>
        <translation>Die Engine läuft warm.</translation>
    </message>
    <message>
        <source>images/s, as fast as it can</source>
        <translation>Bilder/s, so schnell es geht</translation>
    </message>
    <message>
        <source>A short run tells where the search begins.</source>
        <translation>Ein kurzer Lauf zeigt, wo die Suche beginnt.</translation>
    </message>
    <message>
        <source>cameras · %1 images/s</source>
        <translation>Kameras · %1 Bilder/s</translation>
    </message>
    <message>
        <source>%1 of %2 at most · %3 classified</source>
        <translation>%1 von höchstens %2 · %3 klassifiziert</translation>
    </message>
    <message>
        <source>p99 so far %1 ms, %2 % over the limit: not decided</source>
        <translation>p99 bisher %1 ms, %2 % über der Grenze: nicht entschieden</translation>
    </message>
    <message>
        <source>The search took</source>
        <translation>Die Suche dauerte</translation>
    </message>
    <message>
        <source>1 probe, %1 measured</source>
        <translation>1 Probe, davon %1 gemessen</translation>
    </message>
    <message>
        <source>%1 probes, %2 measured</source>
        <translation>%1 Proben, davon %2 gemessen</translation>
    </message>
    <message>
        <source>Time left, unless probes are repeated</source>
        <translation>Restzeit, wenn keine Probe wiederholt wird</translation>
    </message>
    <message>
        <source>%1 elapsed</source>
        <translation>%1 vergangen</translation>
    </message>
    <message>
        <source>Stop keeps the answer so far.</source>
        <translation>Anhalten bewahrt die bisherige Antwort.</translation>
    </message>
    <message>
        <source>%1 probes</source>
        <translation>%1 Proben</translation>
    </message>
    <message>
        <source>limit %1 ms</source>
        <translation>Grenze %1 ms</translation>
    </message>
    <message>
        <source>p99 so far %1 ms: not decided</source>
        <translation>p99 bisher %1 ms: nicht entschieden</translation>
    </message>
    <message>
        <source>Pass criteria: p99 from the intended send time is within %1 ms, no image is lost or rejected, the backlog does not grow, and the accuracy is not INVALID. A probe with interference does not count.</source>
        <translation>Kriterien: p99 ab der geplanten Sendezeit bleibt innerhalb von %1 ms, kein Bild geht verloren oder wird abgewiesen, der Rückstand wächst nicht, und die Genauigkeit ist nicht INVALID. Eine gestörte Probe zählt nicht.</translation>
    </message>
    <message>
        <source>stopped, not confirmed</source>
        <translation>angehalten, nicht bestätigt</translation>
    </message>
    <message>
        <source>Choose a faster engine under “Engine”, or a longer limit under “%1”.</source>
        <translation>Eine schnellere Engine unter „Engine“ wählen, oder mehr Zeit unter „%1“ zulassen.</translation>
    </message>
    <message>
        <source>%1 of %2 images/s</source>
        <translation>%1 mit %2 Bildern/s</translation>
    </message>
    <message>
        <source>1 probe</source>
        <translation>1 Probe</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-fach</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>Latency p50, ms</source>
        <translation>Latenz p50, ms</translation>
    </message>
    <message>
        <source>Latency p99, ms</source>
        <translation>Latenz p99, ms</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>CPU time an image, µs</source>
        <translation>CPU-Zeit je Bild, µs</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>no difference shown</source>
        <translation>kein Unterschied gezeigt</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>langsamer</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>höher</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>niedriger</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>%1 of %2 and A is not compared: %3</source>
        <translation>%1 von %2 und A wird nicht verglichen: %3</translation>
    </message>
    <message>
        <source>Cameras held</source>
        <translation>Gehaltene Kameras</translation>
    </message>
    <message>
        <source>Images/s held</source>
        <translation>Gehaltene Bilder/s</translation>
    </message>
    <message>
        <source>%1 (not %2)</source>
        <translation>%1 (%2 nicht)</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>nicht vergleichbar</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>stop the run (on Live); its report is kept</source>
        <translation>den Lauf anhalten (auf „Live“); sein Bericht bleibt erhalten</translation>
    </message>
    <message>
        <source>This program measures how fast and how accurately this machine classifies a stream of labelled images.</source>
        <translation>Dieses Programm misst, wie schnell und wie genau dieser Rechner einen Strom beschrifteter Bilder klassifiziert.</translation>
    </message>
    <message>
        <source>The four pages</source>
        <translation>Die vier Seiten</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Choose a preset or fill in the form. What will happen stands on the right, in a sentence.</source>
        <translation>Eine Vorgabe wählen oder das Formular ausfüllen. Was geschehen wird, steht rechts in einem Satz.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>How fast, how accurately, how long an image waits, how far the run is, and whether anything is lost.</source>
        <translation>Wie schnell und wie genau es geht, wie lange ein Bild wartet, wie weit der Lauf ist und ob etwas verloren geht.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What the run showed, whether it can be trusted, and why. Everything can be saved.</source>
        <translation>Was der Lauf gezeigt hat, ob man ihm trauen kann und warum. Alles lässt sich speichern.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Runs that are kept: open, label or delete them.</source>
        <translation>Aufbewahrte Läufe: öffnen, benennen oder löschen.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>A model file dropped on the window is used for the next run; a dropped report folder is opened.</source>
        <translation>Eine auf das Fenster gezogene Modelldatei gilt für den nächsten Lauf; ein Berichtsordner wird geöffnet.</translation>
    </message>
    <message>
        <source>The same program runs without a window: iotbench --batch. All options: iotbench --help.</source>
        <translation>Dasselbe Programm läuft auch ohne Fenster: iotbench --batch. Alle Optionen: iotbench --help.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Version %1, revision %2, %3 build, %4</source>
        <translation>Version %1, Revision %2, Build %3, %4</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>Vektoren</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>It re-implements the programs of the VMware IoT Analytics Benchmark DL and understands their streams.</source>
        <translation>Es bildet die Programme des VMware IoT Analytics Benchmark DL nach und versteht deren Ströme.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The test set of CIFAR-10:</source>
        <translation>Die Testmenge von CIFAR-10:</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>The source of this program is licensed under Apache-2.0. It uses Qt (LGPL-3.0), OpenCV (Apache-2.0), QCustomPlot (GPL-3.0), ONNX (Apache-2.0), libpng, zlib, libzip and Highway (Apache-2.0). With QCustomPlot in it, a distributed binary as a whole is under GPL-3.0. NOTICE has the details.</source>
        <translation>Der Quelltext dieses Programms steht unter Apache-2.0. Es verwendet Qt (LGPL-3.0), OpenCV (Apache-2.0), QCustomPlot (GPL-3.0), ONNX (Apache-2.0), libpng, zlib, libzip und Highway (Apache-2.0). Mit QCustomPlot darin steht ein weitergegebenes Programm als Ganzes unter GPL-3.0. Einzelheiten stehen in NOTICE.</translation>
    </message>
    <message>
        <source>in plots over time: move, zoom, follow the run again</source>
        <translation>in Diagrammen über der Zeit: verschieben, vergrößern, dem Lauf wieder folgen</translation>
    </message>
    <message>
        <source>open the picture, the cell of the matrix or the kept run that is chosen</source>
        <translation>das gewählte Bild, die gewählte Zelle der Matrix oder den gewählten Lauf öffnen</translation>
    </message>
</context>
<context>
    <name>LiveFigures</name>
    <message>
        <source>Images/s, last second</source>
        <translation>Bilder/s, letzte Sekunde</translation>
    </message>
    <message>
        <source>Sent images/s, last second</source>
        <translation>Gesendete Bilder/s, letzte Sekunde</translation>
    </message>
    <message>
        <source>of %1 offered</source>
        <translation>angeboten %1</translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation>so schnell wie möglich</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>Accuracy, last %1</source>
        <translation>Genauigkeit, letzte %1</translation>
    </message>
    <message>
        <source>the receiver knows</source>
        <translation>kennt nur der Empfänger</translation>
    </message>
    <message>
        <source>engine null: answers are not judged</source>
        <translation>Engine null: Antworten werden nicht beurteilt</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>of these %1 … %2 (95 %)</source>
        <translation>für diese %1 … %2 (95 %)</translation>
    </message>
    <message>
        <source>card %1</source>
        <translation>Karte %1</translation>
    </message>
    <message>
        <source>model without a card</source>
        <translation>Modell ohne Karte</translation>
    </message>
    <message>
        <source>Latency from intended send time, p99</source>
        <translation>Latenz ab geplanter Sendezeit, p99</translation>
    </message>
    <message>
        <source>Latency from arrival, p99</source>
        <translation>Latenz ab Ankunft, p99</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>ms · p50 %1</source>
        <translation>ms · p50 %1</translation>
    </message>
    <message>
        <source>of the last %1 images</source>
        <translation>der letzten %1 Bilder</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Klassifiziert</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>finished after %1</source>
        <translation>fertig nach %1</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>hält an …</translation>
    </message>
    <message>
        <source>warming up, not counted</source>
        <translation>Aufwärmen, nicht gezählt</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>Nicht klassifiziert</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 Quelle</translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation>%1 Quellen</translation>
    </message>
    <message>
        <source>%1 (first: line %2)</source>
        <translation>%1 (zuerst: Zeile %2)</translation>
    </message>
    <message>
        <source>Warming up: nothing is counted yet</source>
        <translation>Aufwärmen: noch wird nichts gezählt</translation>
    </message>
    <message>
        <source>Waiting for the first image for %1</source>
        <translation>Wartet seit %1 auf das erste Bild</translation>
    </message>
    <message>
        <source>Connecting for %1</source>
        <translation>Verbindet seit %1</translation>
    </message>
    <message>
        <source>Waiting for a receiver on %1 for %2</source>
        <translation>Wartet seit %2 an %1 auf einen Empfänger</translation>
    </message>
    <message>
        <source>Waiting for a sender on %1 for %2</source>
        <translation>Wartet seit %2 an %1 auf einen Sender</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopping: what has been read is worked off</source>
        <translation>Hält an: Was gelesen ist, wird noch abgearbeitet</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>all so far %1</source>
        <translation>alle bisher %1</translation>
    </message>
    <message>
        <source>from %1 images on</source>
        <translation>ab %1 Bildern</translation>
    </message>
    <message>
        <source>no schedule misses</source>
        <translation>keines zu spät gesendet</translation>
    </message>
    <message>
        <source>%1 schedule misses (%2)</source>
        <translation>%1 zu spät gesendet (%2)</translation>
    </message>
    <message>
        <source>Schedule misses</source>
        <translation>Zu spät gesendet</translation>
    </message>
    <message>
        <source>nothing is due at a time</source>
        <translation>ohne Sendeplan</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Das Modell wird gelesen</translation>
    </message>
    <message>
        <source>The engine compiles the model</source>
        <translation>Die Engine übersetzt das Modell</translation>
    </message>
    <message>
        <source>Measuring which workers and batch size are fastest</source>
        <translation>Gemessen wird, mit wie vielen Arbeitern und welcher Stapelgröße es am schnellsten geht</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>Die Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Checking the model&apos;s answers, as no card tells them</source>
        <translation>Die Antworten des Modells werden geprüft, da keine Karte sie nennt</translation>
    </message>
    <message>
        <source>Latency, p99</source>
        <translation>Latenz, p99</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>takes a number, written as %1, got &quot;%2&quot;</source>
        <translation>erwartet eine Zahl, geschrieben wie %1, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 of %2 records were rejected, over 0.1 %: %3</source>
        <translation>%1 von %2 Datensätzen wurden abgewiesen, über 0,1 %: %3</translation>
    </message>
    <message>
        <source>%1 of %2 records were rejected: %3</source>
        <translation>%1 von %2 Datensätzen wurden abgewiesen: %3</translation>
    </message>
    <message>
        <source>look at these lines of what the sender prints, and at --format</source>
        <translation>diese Zeilen in der Ausgabe des Senders und --format prüfen</translation>
    </message>
    <message>
        <source>%1 fell silent for %3 s without the end mark that was due</source>
        <translation>%1 schwieg %3 s lang ohne das fällige Endzeichen</translation>
    </message>
    <message>
        <source>%1 and %2 more fell silent for %3 s without the end mark that was due</source>
        <translation>%1 und %2 weitere schwiegen %3 s lang ohne das fällige Endzeichen</translation>
    </message>
    <message>
        <source>let the sender finish its stream, or give it more time with --idle-timeout</source>
        <translation>den Sender seinen Strom beenden lassen oder ihm mit --idle-timeout mehr Zeit geben</translation>
    </message>
    <message>
        <source>%1 was truncated in the middle of an image</source>
        <translation>%1 brach mitten in einem Bild ab</translation>
    </message>
    <message>
        <source>%1 and %2 more were truncated in the middle of an image</source>
        <translation>%1 und %2 weitere brachen mitten in einem Bild ab</translation>
    </message>
    <message>
        <source>see why the sender ended, and run again</source>
        <translation>nachsehen, warum der Sender endete, und wiederholen</translation>
    </message>
    <message>
        <source>the connection to %1 failed</source>
        <translation>die Verbindung zu %1 brach ab</translation>
    </message>
    <message>
        <source>the connections to %1 and %2 more failed</source>
        <translation>die Verbindungen zu %1 und %2 weiteren brachen ab</translation>
    </message>
    <message>
        <source>look at the network between sender and receiver, and run again</source>
        <translation>das Netz zwischen Sender und Empfänger prüfen und wiederholen</translation>
    </message>
    <message>
        <source>the images are not fed as the model was trained: check -s at the sender, the engine and its version</source>
        <translation>die Bilder kommen nicht so zum Modell, wie es gelernt hat: -s am Sender, die Engine und ihre Version prüfen</translation>
    </message>
    <message>
        <source>other programs used %1 % of the CPU time, and %2 % was idle</source>
        <translation>andere Programme nutzten %1 % der Prozessorzeit, %2 % blieb ungenutzt</translation>
    </message>
    <message>
        <source>close other programs, and run again</source>
        <translation>andere Programme schließen und noch einmal messen</translation>
    </message>
    <message>
        <source>the hypervisor does not tell how much CPU time it took</source>
        <translation>der Hypervisor teilt nicht mit, wie viel Prozessorzeit er nahm</translation>
    </message>
    <message>
        <source>%1 % of the CPU time was taken by the hypervisor</source>
        <translation>%1 % der Prozessorzeit nahm der Hypervisor</translation>
    </message>
    <message>
        <source>run again at a quieter hour, or on a machine of its own</source>
        <translation>zu ruhigerer Stunde oder auf einem eigenen Rechner wiederholen</translation>
    </message>
    <message>
        <source>the CPU was throttled by its heat for %1 % of the time</source>
        <translation>die CPU war %1 % der Zeit durch Hitze gedrosselt</translation>
    </message>
    <message>
        <source>let it cool down, and improve its cooling: this rate will not last</source>
        <translation>abkühlen lassen und die Kühlung verbessern: dieses Tempo hält nicht an</translation>
    </message>
    <message>
        <source>the board&apos;s supply voltage was too low for %1 % of the time</source>
        <translation>die Versorgungsspannung der Platine war %1 % der Zeit zu niedrig</translation>
    </message>
    <message>
        <source>use the power supply that the board&apos;s maker names: a weak one holds the clock down</source>
        <translation>das Netzteil nehmen, das der Hersteller der Platine nennt: ein schwaches hält den Takt niedrig</translation>
    </message>
    <message>
        <source>less clock was allowed than at the start for %1 % of the time</source>
        <translation>%1 % der Zeit war weniger Takt erlaubt als am Anfang</translation>
    </message>
    <message>
        <source>see which program or power mode lowers scaling_max_freq, and keep it off</source>
        <translation>nachsehen, welches Programm oder welcher Energiemodus scaling_max_freq senkt, und ihn abstellen</translation>
    </message>
    <message>
        <source>the CPU quota held the program back for %1 % of the time</source>
        <translation>die CPU-Quote hielt das Programm %1 % der Zeit zurück</translation>
    </message>
    <message>
        <source>set --workers to no more than the quota of %1 CPUs, or lift the quota</source>
        <translation>--workers nicht über die Quote von %1 CPUs setzen oder die Quote anheben</translation>
    </message>
    <message>
        <source>the run failed before its end</source>
        <translation>der Lauf ist vor seinem Ende gescheitert</translation>
    </message>
    <message>
        <source>no record came</source>
        <translation>es kam kein Datensatz</translation>
    </message>
    <message>
        <source>stopped by the user before its end</source>
        <translation>vom Benutzer vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>%1 images were lost</source>
        <translation>%1 Bilder gingen verloren</translation>
    </message>
    <message>
        <source>compare with what the sender says it sent, and look at what lies between</source>
        <translation>mit den Angaben des Senders vergleichen und prüfen, was dazwischen liegt</translation>
    </message>
    <message>
        <source>%1 images came twice</source>
        <translation>%1 Bilder kamen doppelt</translation>
    </message>
    <message>
        <source>see what lies between sender and receiver</source>
        <translation>prüfen, was zwischen Sender und Empfänger liegt</translation>
    </message>
    <message>
        <source>no image was sent</source>
        <translation>kein Bild wurde gesendet</translation>
    </message>
    <message>
        <source>no image came</source>
        <translation>kein Bild kam an</translation>
    </message>
    <message>
        <source>check that the other end is running and connected to this address</source>
        <translation>prüfen, ob die Gegenseite läuft und mit dieser Adresse verbunden ist</translation>
    </message>
    <message>
        <source>the receiver judges it</source>
        <translation>das beurteilt der Empfänger</translation>
    </message>
    <message>
        <source>the engine %1 does not infer</source>
        <translation>die Engine %1 klassifiziert nicht</translation>
    </message>
    <message>
        <source>no image was classified</source>
        <translation>kein Bild wurde klassifiziert</translation>
    </message>
    <message>
        <source>the stream does not look as the model wants it (%1)</source>
        <translation>der Strom sieht nicht aus, wie das Modell ihn will (%1)</translation>
    </message>
    <message>
        <source>give the sender -s, so that it subtracts the mean</source>
        <translation>dem Sender -s geben, damit er den Mittelwert abzieht</translation>
    </message>
    <message>
        <source>leave out -s at the sender</source>
        <translation>-s am Sender weglassen</translation>
    </message>
    <message>
        <source>send more: -t 10000 is the whole test set</source>
        <translation>mehr senden: -t 10000 ist die ganze Testmenge</translation>
    </message>
    <message>
        <source>nothing to measure it by</source>
        <translation>nichts, woran es sich messen ließe</translation>
    </message>
    <message>
        <source>measured for %1 s, under 9.5 s</source>
        <translation>%1 s lang gemessen, unter 9,5 s</translation>
    </message>
    <message>
        <source>run for 10 s or longer: at this rate that takes -t %1</source>
        <translation>10 s oder länger laufen lassen: bei dieser Rate braucht das -t %1</translation>
    </message>
    <message>
        <source>this is a debug build</source>
        <translation>dies ist ein Debug-Build</translation>
    </message>
    <message>
        <source>build with -DCMAKE_BUILD_TYPE=Release</source>
        <translation>mit -DCMAKE_BUILD_TYPE=Release bauen</translation>
    </message>
    <message>
        <source>there were no intended send times to measure it from</source>
        <translation>es gab keine geplanten Sendezeiten, ab denen sich messen ließe</translation>
    </message>
    <message>
        <source>saturated, so it grows with the length of the run</source>
        <translation>überlastet, wächst also mit der Länge des Laufs</translation>
    </message>
    <message>
        <source>ask for less than %1 images/s with -i</source>
        <translation>mit -i weniger als %1 Bilder/s verlangen</translation>
    </message>
    <message>
        <source>%1 of %2 images missed their intended send time, over 1 %</source>
        <translation>%1 von %2 Bildern wurden zu spät gesendet, über 1 %</translation>
    </message>
    <message>
        <source>let the sender run in real time (ulimit -r 1, as root or where limits.conf has rtprio), leave a CPU to it with --workers, or send from another machine</source>
        <translation>den Sender in Echtzeit laufen lassen (ulimit -r 1, als root oder wo limits.conf rtprio hat), ihm mit --workers eine CPU lassen oder von einem anderen Rechner senden</translation>
    </message>
    <message>
        <source>leave a CPU to the sender with --workers, or send from another machine</source>
        <translation>dem Sender mit --workers eine CPU lassen oder von einem anderen Rechner senden</translation>
    </message>
    <message>
        <source>from arrival: the way to here is not in it</source>
        <translation>ab Ankunft: der Weg hierher ist nicht enthalten</translation>
    </message>
    <message>
        <source>%1: reading stopped after %2 records</source>
        <translation>%1: nach %2 Datensätzen nicht weitergelesen</translation>
    </message>
    <message>
        <source>%1: end mark after %2 records</source>
        <translation>%1: Endzeichen nach %2 Datensätzen</translation>
    </message>
    <message>
        <source>%1: closed after %2 records</source>
        <translation>%1: geschlossen nach %2 Datensätzen</translation>
    </message>
    <message>
        <source>%1: all requested records have come, %2 from here</source>
        <translation>%1: alle verlangten Datensätze sind da, %2 von hier</translation>
    </message>
    <message>
        <source>%1: nothing complete came for too long, closed after %2 records</source>
        <translation>%1: zu lange kam kein vollständiger Datensatz, geschlossen nach %2 Datensätzen</translation>
    </message>
    <message>
        <source>%1: connection failed after %2 records: %3</source>
        <translation>%1: Verbindung brach nach %2 Datensätzen ab: %3</translation>
    </message>
    <message>
        <source>%1: connected</source>
        <translation>%1: verbunden</translation>
    </message>
    <message>
        <source>%1: format %2</source>
        <translation>%1: Format %2</translation>
    </message>
    <message>
        <source>listening on %1: %2</source>
        <translation>lauscht auf %1: %2</translation>
    </message>
    <message>
        <source>ready: the model is loaded, records are awaited</source>
        <translation>bereit: das Modell ist geladen, Bilder werden erwartet</translation>
    </message>
    <message>
        <source>the model has no card: its input is taken to be RGB/255; say otherwise with --normalise</source>
        <translation>das Modell hat keine Karte: als Eingabe gilt RGB/255; --normalise sagt es anders</translation>
    </message>
    <message>
        <source>takes a whole number from %1 to %2 or %4, got &quot;%3&quot;</source>
        <translation>erwartet eine ganze Zahl von %1 bis %2 oder %4, nicht „%3“</translation>
    </message>
    <message>
        <source>takes a whole number from %1 to %2, got &quot;%3&quot;</source>
        <translation>erwartet eine ganze Zahl von %1 bis %2, nicht „%3“</translation>
    </message>
    <message>
        <source>takes a number from %1 to %2 (%5) or %4, got &quot;%3&quot;</source>
        <translation>erwartet eine Zahl von %1 bis %2 (%5) oder %4, nicht „%3“</translation>
    </message>
    <message>
        <source>takes a number from %1 to %2 (%5), got &quot;%3&quot;</source>
        <translation>erwartet eine Zahl von %1 bis %2 (%5), nicht „%3“</translation>
    </message>
    <message>
        <source>takes true or false, got &quot;%1&quot;</source>
        <translation>erwartet true oder false, nicht „%1“</translation>
    </message>
    <message>
        <source>takes %1, but &quot;%2&quot; has no host</source>
        <translation>erwartet %1, aber „%2“ nennt keinen Rechner</translation>
    </message>
    <message>
        <source>takes %1, but &quot;%2&quot; has no port</source>
        <translation>erwartet %1, aber „%2“ nennt keinen Port</translation>
    </message>
    <message>
        <source>takes %1 with a port from 1 to 65535, got &quot;%2&quot;</source>
        <translation>erwartet %1 mit einem Port von 1 bis 65535, nicht „%2“</translation>
    </message>
    <message>
        <source>takes %1 with a port from 0 to 65535, got &quot;%2&quot;</source>
        <translation>erwartet %1 mit einem Port von 0 bis 65535, nicht „%2“</translation>
    </message>
    <message>
        <source>takes %1 with an IPv6 address in brackets, as [::1]:10000, got &quot;%2&quot;</source>
        <translation>erwartet %1 mit einer IPv6-Adresse in Klammern, wie [::1]:10000, nicht „%2“</translation>
    </message>
    <message>
        <source>takes one of %1, got &quot;%2&quot;</source>
        <translation>erwartet eines von %1, nicht „%2“</translation>
    </message>
    <message>
        <source>takes one of %1, got &quot;%2&quot;; did you mean %3?</source>
        <translation>erwartet eines von %1, nicht „%2“; war %3 gemeint?</translation>
    </message>
    <message>
        <source>cannot be %1</source>
        <translation>kann nicht %1 sein</translation>
    </message>
    <message>
        <source>does not apply to --role %1, only to %2</source>
        <translation>gilt nicht für --role %1, nur für %2</translation>
    </message>
    <message>
        <source>is passed over: it does not apply to --role %1</source>
        <translation>wird übergangen: gilt nicht für --role %1</translation>
    </message>
    <message>
        <source>is required, but for --role send and --engine null; see --list-models</source>
        <translation>ist nötig, außer mit --role send und --engine null; siehe --list-models</translation>
    </message>
    <message>
        <source>cannot be given together with --listen</source>
        <translation>geht nicht zusammen mit --listen</translation>
    </message>
    <message>
        <source>applies only with --listen</source>
        <translation>gilt nur mit --listen</translation>
    </message>
    <message>
        <source>needs --connect or --listen: standard output carries one stream</source>
        <translation>braucht --connect oder --listen: die Standardausgabe trägt einen Strom</translation>
    </message>
    <message>
        <source>needs --listen: there is one sender without</source>
        <translation>braucht --listen: sonst gibt es nur einen Sender</translation>
    </message>
    <message>
        <source>is the same as --streams in loopback, got %1 and %2</source>
        <translation>ist in loopback dasselbe wie --streams, aber hier %1 und %2</translation>
    </message>
    <message>
        <source>gives %1 to %2 streams, so that some would send nothing</source>
        <translation>gibt %1 an %2 Ströme, sodass einige nichts sendeten</translation>
    </message>
    <message>
        <source>%1 needs a rate: --imagesPerSec max has no schedule</source>
        <translation>%1 braucht eine Rate: mit --imagesPerSec max gibt es keinen Sendeplan</translation>
    </message>
    <message>
        <source>applies to --format keras only: %1 carries bytes, and the receiver subtracts</source>
        <translation>gilt nur für --format keras: %1 trägt Bytes, und der Empfänger zieht ab</translation>
    </message>
    <message>
        <source>cannot be larger than --queue: a batch of %1 never waits in a queue of %2</source>
        <translation>darf nicht größer als --queue sein: ein Stapel von %1 wartet nie in einer Schlange von %2</translation>
    </message>
    <message>
        <source>cannot be judged with --engine null, whose answers mean nothing</source>
        <translation>lässt sich mit --engine null nicht beurteilen, deren Antworten nichts bedeuten</translation>
    </message>
    <message>
        <source>is more than --imagesPerSec offers, so that it will be missed</source>
        <translation>ist mehr, als --imagesPerSec anbietet, und wird verfehlt</translation>
    </message>
    <message>
        <source>%1: the values of the first lines are all out of range for format %2</source>
        <translation>%1: die Werte der ersten Zeilen liegen alle außerhalb des Formats %2</translation>
    </message>
    <message>
        <source>%1: the values look as if the pixel mean had not been subtracted, which the model wants: send with -s</source>
        <translation>%1: der Mittelwert ist offenbar nicht abgezogen, das Modell will ihn abgezogen: mit -s senden</translation>
    </message>
    <message>
        <source>%1: the values look as if the pixel mean had been subtracted, which the model does not want: send without -s</source>
        <translation>%1: der Mittelwert ist offenbar abgezogen, was das Modell nicht will: ohne -s senden</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>gescheitert: %1</translation>
    </message>
    <message>
        <source>stopped by the user after %1 images were sent</source>
        <translation>vom Benutzer nach %1 gesendeten Bildern angehalten</translation>
    </message>
    <message>
        <source>stopped by the user after %1 images were classified</source>
        <translation>vom Benutzer nach %1 klassifizierten Bildern angehalten</translation>
    </message>
    <message>
        <source>saturated: %1 of %2 images/s</source>
        <translation>überlastet: %1 von %2 Bildern/s</translation>
    </message>
    <message>
        <source>--min-accuracy %1 met: %2 %</source>
        <translation>--min-accuracy %1 erreicht: %2 %</translation>
    </message>
    <message>
        <source>--min-accuracy %1 missed: %2 %</source>
        <translation>--min-accuracy %1 verfehlt: %2 %</translation>
    </message>
    <message>
        <source>--require-rate %1 missed: %2 images/s at a target rate of only %3: raise it with -i, or use -i max</source>
        <translation>--require-rate %1 verfehlt: %2 Bilder/s, aber nur %3 wurden angeboten: mit -i mehr verlangen oder -i max</translation>
    </message>
    <message>
        <source>--require-rate %1 met: %2 images/s</source>
        <translation>--require-rate %1 erreicht: %2 Bilder/s</translation>
    </message>
    <message>
        <source>--require-rate %1 missed: %2 images/s</source>
        <translation>--require-rate %1 verfehlt: %2 Bilder/s</translation>
    </message>
    <message>
        <source>--max-p99 %1 missed: a p99 takes 1000 images, there were %2</source>
        <translation>--max-p99 %1 verfehlt: ein p99 braucht 1000 Bilder, es waren %2</translation>
    </message>
    <message>
        <source>--max-p99 %1 met: %2 ms</source>
        <translation>--max-p99 %1 erreicht: %2 ms</translation>
    </message>
    <message>
        <source>--max-p99 %1 missed: %2 ms</source>
        <translation>--max-p99 %1 verfehlt: %2 ms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>engine %1 alone classifies %2 images/s here: %3 workers, batches of %4 at most</source>
        <translation>Engine %1 allein klassifiziert hier %2 Bilder/s: %3 Arbeiter, Stapel von höchstens %4</translation>
    </message>
    <message>
        <source>%1 workers share %2 CPUs: they classify no more images a second than %2 workers, take longer for each, and need more memory</source>
        <translation>%1 Arbeiter teilen sich %2 CPUs: sie klassifizieren nicht mehr Bilder je Sekunde als %2 Arbeiter, brauchen länger für jedes und mehr Speicher</translation>
    </message>
    <message>
        <source>passed over: engine %1</source>
        <translation>übergangen: Engine %1</translation>
    </message>
    <message>
        <source>an executor took an unknown number of images with it</source>
        <translation>mit einem Executor ging eine unbekannte Zahl von Bildern verloren</translation>
    </message>
    <message>
        <source>say with -t how many are sent, so that the lost ones can be counted</source>
        <translation>mit -t sagen, wie viele gesendet werden, damit sich die verlorenen zählen lassen</translation>
    </message>
    <message>
        <source>whoever reads the answers judges it</source>
        <translation>darüber urteilt, wer die Antworten liest</translation>
    </message>
    <message>
        <source>the clocks of several machines do not measure it</source>
        <translation>die Uhren mehrerer Rechner messen sie nicht</translation>
    </message>
    <message>
        <source>only programs on this machine can connect</source>
        <translation>nur Programme auf diesem Rechner können sich verbinden</translation>
    </message>
    <message>
        <source>every machine that reaches this one can connect</source>
        <translation>jeder Rechner, der diesen erreicht, kann sich verbinden</translation>
    </message>
    <message>
        <source>%1 correct of %2 test images where the model&apos;s card has %3: over %4 points apart</source>
        <translation>%1 von %2 Testbildern richtig, wo die Karte des Modells %3 nennt: mehr als %4 Punkte Abstand</translation>
    </message>
    <message>
        <source>%1 of %2 predictions differ from those of the model&apos;s card, over %3 %, though as many are correct</source>
        <translation>%1 von %2 Vorhersagen weichen von denen der Karte des Modells ab, mehr als %3 %, obwohl ebenso viele richtig sind</translation>
    </message>
    <message>
        <source>the card is of another model: make it again if it is your own, else check the engine and its version</source>
        <translation>die Karte gehört zu einem anderen Modell: neu erstellen, wenn sie die eigene ist, sonst die Engine und deren Version prüfen</translation>
    </message>
    <message>
        <source>%1 of %2 predictions are the card&apos;s own (%3 correct, card %4)</source>
        <translation>%1 von %2 Vorhersagen sind die der Karte (%3 richtig, Karte %4)</translation>
    </message>
    <message>
        <source>the labels are not the set&apos;s: %1 of %2 test images came under another, over 0.1 %</source>
        <translation>die Beschriftungen sind nicht die der Testmenge: %1 von %2 Testbildern kamen unter einer anderen, mehr als 0,1 %</translation>
    </message>
    <message>
        <source>%1 of %2 test images came under another label than the set&apos;s</source>
        <translation>%1 von %2 Testbildern kamen unter einer anderen Beschriftung als in der Testmenge</translation>
    </message>
    <message>
        <source>check where the sender takes its labels from</source>
        <translation>prüfen, woher der Sender seine Beschriftungen nimmt</translation>
    </message>
    <message>
        <source>it cannot be told from always predicting %1, which is the label of %2 % of the images</source>
        <translation>nicht davon zu unterscheiden, immer %1 vorherzusagen, die Beschriftung von %2 % der Bilder</translation>
    </message>
    <message>
        <source>send about as many images of each class</source>
        <translation>von jeder Klasse etwa gleich viele Bilder senden</translation>
    </message>
    <message>
        <source>check that model, normalisation (-s at the sender) and labels belong together</source>
        <translation>prüfen, ob Modell, Normierung (-s am Sender) und Beschriftungen zusammengehören</translation>
    </message>
    <message>
        <source>no better than chance: the 95 % interval, %1 to %2 %, lies under %3 %</source>
        <translation>nicht besser als Raten: das 95-%-Intervall, %1 bis %2 %, liegt unter %3 %</translation>
    </message>
    <message>
        <source>not clearly better than chance: the 95 % interval, %1 to %2 %, reaches under %3 %</source>
        <translation>nicht deutlich besser als Raten: das 95-%-Intervall, %1 bis %2 %, reicht unter %3 %</translation>
    </message>
    <message>
        <source>the model gave %1 of %2 images a score that is not a finite number</source>
        <translation>das Modell gab %1 von %2 Bildern einen Wert, der keine endliche Zahl ist</translation>
    </message>
    <message>
        <source>check the model file, and try another engine or precision</source>
        <translation>die Modelldatei prüfen und eine andere Engine oder ein anderes Zahlenformat versuchen</translation>
    </message>
    <message>
        <source>%1 of %2 images are not in the test set: no card tells of them</source>
        <translation>%1 von %2 Bildern gehören nicht zur Testmenge: keine Karte enthält sie</translation>
    </message>
    <message>
        <source>only %1 distinct images, fewer than 1000</source>
        <translation>nur %1 verschiedene Bilder, weniger als 1000</translation>
    </message>
    <message>
        <source>data file &apos;%1&apos; not found; looked in %2 (set IOTBENCH_DATA_DIR to the folder that holds it)</source>
        <translation>Datendatei „%1“ nicht gefunden; gesucht in %2 (IOTBENCH_DATA_DIR auf den Ordner setzen, der sie enthält)</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>der Speicher reicht nicht aus</translation>
    </message>
    <message>
        <source>no thread can be started for %1; fewer workers or streams need fewer, and so may limits (ulimit -u, -v) be raised: %2</source>
        <translation>für %1 lässt sich kein Thread starten; weniger Arbeiter oder Ströme brauchen weniger, oder die Grenzen (ulimit -u, -v) anheben: %2</translation>
    </message>
    <message>
        <source>this program was built without OpenVINO: build it with installer/run.sh --with-openvino</source>
        <translation>dieses Programm ist ohne OpenVINO gebaut: mit installer/run.sh --with-openvino bauen</translation>
    </message>
    <message>
        <source>calls its engine &quot;%1&quot;, which is not the file&apos;s name</source>
        <translation>nennt seine Engine „%1“, was nicht der Name der Datei ist</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>engine &quot;%1&quot; is not available; %2</source>
        <translation>die Engine „%1“ ist nicht verfügbar; %2</translation>
    </message>
    <message>
        <source>there is no engine &quot;%1&quot;; available: %2</source>
        <translation>es gibt keine Engine „%1“; verfügbar: %2</translation>
    </message>
    <message>
        <source>the dynamic loader gives no reason</source>
        <translation>der Lader nennt keinen Grund</translation>
    </message>
    <message>
        <source>cannot be loaded: %1</source>
        <translation>lässt sich nicht laden: %1</translation>
    </message>
    <message>
        <source>is not an engine: exports no function %1</source>
        <translation>ist keine Engine: exportiert keine Funktion %1</translation>
    </message>
    <message>
        <source>describes no engine</source>
        <translation>beschreibt keine Engine</translation>
    </message>
    <message>
        <source>was built for another interface (&quot;%1&quot;, this program has &quot;%2&quot;): rebuild it with this version of iotbench</source>
        <translation>ist für eine andere Schnittstelle gebaut („%1“, dieses Programm hat „%2“): mit dieser Version von iotbench neu bauen</translation>
    </message>
    <message>
        <source>cannot run here and gives no reason</source>
        <translation>kann hier nicht laufen und nennt keinen Grund</translation>
    </message>
    <message>
        <source>no such file or folder</source>
        <translation>keine solche Datei und kein solcher Ordner</translation>
    </message>
    <message>
        <source>no *.bin file in this folder</source>
        <translation>keine Datei *.bin in diesem Ordner</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>not CIFAR-10 binary records: %1 bytes are not a multiple of %2</source>
        <translation>keine binären CIFAR-10-Datensätze: %1 Bytes sind kein Vielfaches von %2</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>not CIFAR-10 binary records: record %1 has the label %2</source>
        <translation>keine binären CIFAR-10-Datensätze: Datensatz %1 hat die Beschriftung %2</translation>
    </message>
    <message>
        <source>cannot read the test set: %1</source>
        <translation>die Testmenge lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>damaged: %1</source>
        <translation>beschädigt: %1</translation>
    </message>
    <message>
        <source>a label is not a digit</source>
        <translation>eine Beschriftung ist keine Ziffer</translation>
    </message>
    <message>
        <source>%1 labels where 10000 are due</source>
        <translation>%1 Beschriftungen statt 10000</translation>
    </message>
    <message>
        <source>damaged: with the labels of %1 it is not the CIFAR-10 test set</source>
        <translation>beschädigt: mit den Beschriftungen aus %1 ist es nicht die CIFAR-10-Testmenge</translation>
    </message>
    <message>
        <source>%1 bytes where 12288 are due</source>
        <translation>%1 Bytes statt 12288</translation>
    </message>
    <message>
        <source>damaged: a mean lies outside 0..1</source>
        <translation>beschädigt: ein Mittelwert liegt außerhalb von 0..1</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>ist nicht vorhanden</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>cannot be read to its end</source>
        <translation>lässt sich nicht bis zum Ende lesen</translation>
    </message>
    <message>
        <source>must be a list of %1</source>
        <translation>muss eine Liste sein, und zwar von %1</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to %1</source>
        <translation>muss eine ganze Zahl von 0 bis %1 sein</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>Objekten</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texten</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>is not a field known here</source>
        <translation>ist hier kein bekanntes Feld</translation>
    </message>
    <message>
        <source>activation &quot;%1&quot; is not supported</source>
        <translation>die Aktivierung „%1“ wird nicht unterstützt</translation>
    </message>
    <message>
        <source>the HDF5 file is damaged or not whole</source>
        <translation>die HDF5-Datei ist beschädigt oder unvollständig</translation>
    </message>
    <message>
        <source>its attribute %1 holds no text</source>
        <translation>sein Attribut %1 enthält keinen Text</translation>
    </message>
    <message>
        <source>the data set %1 does not hold floating-point numbers</source>
        <translation>der Datenblock %1 enthält keine Gleitkommazahlen</translation>
    </message>
    <message>
        <source>a reference to another layer is not [name, call, result]</source>
        <translation>ein Verweis auf eine andere Schicht ist nicht [Name, Aufruf, Ergebnis]</translation>
    </message>
    <message>
        <source>takes a second result of %1</source>
        <translation>nimmt ein zweites Ergebnis von %1</translation>
    </message>
    <message>
        <source>does not say which results it takes</source>
        <translation>sagt nicht, welche Ergebnisse sie nimmt</translation>
    </message>
    <message>
        <source>it is an HDF5 file, but not a Keras model with its layers (no model_config); was it made by save_weights()? Save the whole model: model.save(&quot;model.h5&quot;)</source>
        <translation>ist eine HDF5-Datei, aber kein Keras-Modell mit seinen Schichten (model_config fehlt); stammt sie von save_weights()? Das ganze Modell speichern: model.save(&quot;model.h5&quot;)</translation>
    </message>
    <message>
        <source>wants an image, gets a row of %1 values</source>
        <translation>erwartet ein Bild, bekommt eine Reihe von %1 Werten</translation>
    </message>
    <message>
        <source>its channels do not divide into %1 groups</source>
        <translation>ihre Kanäle lassen sich nicht in %1 Gruppen teilen</translation>
    </message>
    <message>
        <source>joins results that differ in more than one size</source>
        <translation>verbindet Ergebnisse, die sich in mehr als einer Größe unterscheiden</translation>
    </message>
    <message>
        <source>is called on %1 results</source>
        <translation>wird auf %1 Ergebnisse angewandt</translation>
    </message>
    <message>
        <source>must be one or two whole numbers from 1 to 1024</source>
        <translation>muss aus einer oder zwei ganzen Zahlen von 1 bis 1024 bestehen</translation>
    </message>
    <message>
        <source>padding &quot;%1&quot; is not supported, &quot;valid&quot; and &quot;same&quot; are</source>
        <translation>padding „%1“ wird nicht unterstützt, nur „valid“ und „same“</translation>
    </message>
    <message>
        <source>must be whole numbers from 0 to 1024</source>
        <translation>muss aus ganzen Zahlen von 0 bis 1024 bestehen</translation>
    </message>
    <message>
        <source>must be at least 1</source>
        <translation>muss mindestens 1 sein</translation>
    </message>
    <message>
        <source>its input has no fixed size of height × width × channels</source>
        <translation>seine Eingabe hat keine feste Größe Höhe × Breite × Kanäle</translation>
    </message>
    <message>
        <source>a model without layers</source>
        <translation>ein Modell ohne Schichten</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot; (%2): %3</source>
        <translation>Schicht „%1“ (%2): %3</translation>
    </message>
    <message>
        <source>models are nested more than %1 deep</source>
        <translation>Modelle sind tiefer als %1-fach verschachtelt</translation>
    </message>
    <message>
        <source>a model with %1 inputs and %2 outputs; one of each is supported</source>
        <translation>ein Modell mit %1 Eingängen und %2 Ausgängen; unterstützt wird je einer</translation>
    </message>
    <message>
        <source>nothing makes the model&apos;s output, a result of layer &quot;%1&quot;</source>
        <translation>nichts erzeugt die Ausgabe des Modells, ein Ergebnis der Schicht „%1“</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot; takes a result that no layer makes</source>
        <translation>Schicht „%1“ nimmt ein Ergebnis, das keine Schicht erzeugt</translation>
    </message>
    <message>
        <source>over %1 layers</source>
        <translation>mehr als %1 Schichten</translation>
    </message>
    <message>
        <source>a model of class %1 is not supported, Sequential and Functional are</source>
        <translation>ein Modell der Klasse %1 wird nicht unterstützt, nur Sequential und Functional</translation>
    </message>
    <message>
        <source>the model does not say the shape of its input: save it after it was built</source>
        <translation>das Modell nennt die Form seiner Eingabe nicht: erst speichern, wenn es aufgebaut ist</translation>
    </message>
    <message>
        <source>its model_config is not a JSON object</source>
        <translation>sein model_config ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>an activation without a name</source>
        <translation>eine Aktivierung ohne Namen</translation>
    </message>
    <message>
        <source>a window of %1 does not fit into %2</source>
        <translation>ein Fenster von %1 passt nicht in %2</translation>
    </message>
    <message>
        <source>reshapes to %1 dimensions; 1 and 3 are understood</source>
        <translation>formt auf %1 Dimensionen um; möglich sind 1 und 3</translation>
    </message>
    <message>
        <source>reshapes to sizes that are not whole numbers from 1, or with more than one -1</source>
        <translation>formt auf Größen um, die keine ganzen Zahlen ab 1 sind, oder mit mehr als einer -1</translation>
    </message>
    <message>
        <source>reshapes %1 values to another number of them</source>
        <translation>formt %1 Werte auf eine andere Anzahl um</translation>
    </message>
    <message>
        <source>a size is not one that a model for small images has: %1 × %2 × %3</source>
        <translation>eine Größe, die kein Modell für kleine Bilder hat: %1 × %2 × %3</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot;: its weight &quot;%2&quot; is %3, the layer needs %4</source>
        <translation>Schicht „%1“: ihr Gewicht „%2“ ist %3, die Schicht braucht %4</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot;: its weight &quot;%2&quot; is not in the file</source>
        <translation>Schicht „%1“: ihr Gewicht „%2“ fehlt in der Datei</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, must be fp32, bf16 or int8</source>
        <translation>ist „%1“, muss fp32, bf16 oder int8 sein</translation>
    </message>
    <message>
        <source>must be 64 lower-case hexadecimal digits</source>
        <translation>muss aus 64 hexadezimalen Ziffern in Kleinschreibung bestehen</translation>
    </message>
    <message>
        <source>must be one digit for each of the accuracy&apos;s images</source>
        <translation>muss für jedes Bild der Genauigkeit eine Ziffer haben</translation>
    </message>
    <message>
        <source>must be the name of a file beside the card</source>
        <translation>muss der Name einer Datei neben der Karte sein</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, must be unit, mean-subtracted or raw</source>
        <translation>ist „%1“, muss unit, mean-subtracted oder raw sein</translation>
    </message>
    <message>
        <source>must be a day, as 2026-11-24</source>
        <translation>muss ein Tag sein, wie 2026-11-24</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>muss %1 sein</translation>
    </message>
    <message>
        <source>must be a name without &apos;/&apos;</source>
        <translation>muss ein Name ohne „/“ sein</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>is no JSON object: %1 at byte %2</source>
        <translation>ist kein JSON-Objekt: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>model card %1 is left out: %2</source>
        <translation>Modellkarte %1 bleibt weg: %2</translation>
    </message>
    <message>
        <source>model %1 does not come with this program (%2): give the path of %3</source>
        <translation>Modell %1 liegt diesem Programm nicht bei (%2): den Pfad von %3 angeben</translation>
    </message>
    <message>
        <source>there is no model or file &quot;%1&quot;; models: %2</source>
        <translation>es gibt kein Modell und keine Datei „%1“; Modelle: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>model %1: %2</source>
        <translation>Modell %1: %2</translation>
    </message>
    <message>
        <source>it is not the file that its card describes (SHA-256 %1, the card says %2): install it again, or give it a card of its own</source>
        <translation>ist nicht die Datei, die seine Karte beschreibt (SHA-256 %1, laut Karte %2): neu installieren oder ihm eine eigene Karte geben</translation>
    </message>
    <message>
        <source>of no stated shape</source>
        <translation>ohne angegebene Form</translation>
    </message>
    <message>
        <source>it has %1 inputs; a classifier of images has one</source>
        <translation>hat %1 Eingänge; ein Klassifizierer von Bildern hat einen</translation>
    </message>
    <message>
        <source>its input is not float32</source>
        <translation>seine Eingabe ist nicht float32</translation>
    </message>
    <message>
        <source>it has %1 outputs; a classifier has one</source>
        <translation>hat %1 Ausgänge; ein Klassifizierer hat einen</translation>
    </message>
    <message>
        <source>it keeps its weights in another file; export it as one file</source>
        <translation>hält seine Gewichte in einer anderen Datei; als eine Datei exportieren</translation>
    </message>
    <message>
        <source>it is incomplete: %1 takes &quot;%2&quot;, which nothing provides</source>
        <translation>ist unvollständig: %1 nimmt „%2“, das nichts liefert</translation>
    </message>
    <message>
        <source>it is incomplete: nothing provides its output &quot;%1&quot;</source>
        <translation>ist unvollständig: nichts liefert seine Ausgabe „%1“</translation>
    </message>
    <message>
        <source>it is not an ONNX model, or not a whole one</source>
        <translation>ist kein ONNX-Modell, oder kein vollständiges</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>there is no kept run in %1</source>
        <translation>in %1 liegt kein aufbewahrter Lauf</translation>
    </message>
    <message>
        <source>%1 is none of the kept runs</source>
        <translation>%1 ist keiner der aufbewahrten Läufe</translation>
    </message>
    <message>
        <source>cannot delete %1: %2</source>
        <translation>%1 lässt sich nicht löschen: %2</translation>
    </message>
    <message>
        <source>cannot create %1: %2</source>
        <translation>%1 lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>cannot open %1: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>cannot lock %1: %2</source>
        <translation>%1 lässt sich nicht sperren: %2</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>cannot report into %1: it is not a folder</source>
        <translation>in %1 lässt sich kein Bericht schreiben: es ist kein Ordner</translation>
    </message>
    <message>
        <source>cannot make the folder %1: %2</source>
        <translation>der Ordner %1 lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>cannot look into the folder %1: %2</source>
        <translation>in den Ordner %1 lässt sich nicht sehen: %2</translation>
    </message>
    <message>
        <source>the folder %1 is not empty: give another one to --report, or add --force to replace the report in it</source>
        <translation>der Ordner %1 ist nicht leer: --report einen anderen geben oder mit --force den Bericht darin ersetzen</translation>
    </message>
    <message>
        <source>%1: not JSON: %2</source>
        <translation>%1: kein JSON: %2</translation>
    </message>
    <message>
        <source>%1: not the report of a run</source>
        <translation>%1: nicht der Bericht eines Laufs</translation>
    </message>
    <message>
        <source>%1: the program ended before the run did: there is no result</source>
        <translation>%1: das Programm endete vor dem Lauf: es gibt kein Ergebnis</translation>
    </message>
    <message>
        <source>%1 has other columns than this version writes: give another file to --csv</source>
        <translation>%1 hat andere Spalten, als diese Version schreibt: --csv eine andere Datei geben</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopped before the run began</source>
        <translation>angehalten, bevor der Lauf begann</translation>
    </message>
    <message>
        <source>no engine runs the model: %1</source>
        <translation>keine Engine kann das Modell ausführen: %1</translation>
    </message>
    <message>
        <source>warming up failed: %1</source>
        <translation>das Aufwärmen ist gescheitert: %1</translation>
    </message>
    <message>
        <source>the model does not run on engine %1: %2</source>
        <translation>das Modell läuft nicht auf der Engine %1: %2</translation>
    </message>
    <message>
        <source>%1 does not belong to %2</source>
        <translation>%1 gehört nicht zu %2</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>cannot read %1</source>
        <translation>%1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 has more lines than a gallery has pictures</source>
        <translation>%1 hat mehr Zeilen, als eine Galerie Bilder hat</translation>
    </message>
    <message>
        <source>%1: line %2 is none of a gallery</source>
        <translation>%1: Zeile %2 gehört zu keiner Galerie</translation>
    </message>
    <message>
        <source>inference failed: %1</source>
        <translation>die Inferenz ist gescheitert: %1</translation>
    </message>
    <message>
        <source>no engine here supports --precision %1; see --list-engines</source>
        <translation>keine Engine hier bietet --precision %1; siehe --list-engines</translation>
    </message>
    <message>
        <source>--normalise is for models without a card; the card of %1 says %2</source>
        <translation>--normalise ist für Modelle ohne Karte; die Karte von %1 sagt %2</translation>
    </message>
    <message>
        <source>no receiver connected to %1 in time (--wait-timeout)</source>
        <translation>kein Empfänger hat sich rechtzeitig mit %1 verbunden (--wait-timeout)</translation>
    </message>
    <message>
        <source>stopped before all results were read</source>
        <translation>angehalten, bevor alle Ergebnisse gelesen waren</translation>
    </message>
    <message>
        <source>nobody reads the results on standard output any more</source>
        <translation>niemand liest mehr die Ergebnisse auf der Standardausgabe</translation>
    </message>
    <message>
        <source>results cannot be written: %1</source>
        <translation>Ergebnisse lassen sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>%1: unknown key &quot;%2&quot;</source>
        <translation>%1: unbekannter Schlüssel „%2“</translation>
    </message>
    <message>
        <source>%1: unknown key &quot;%2&quot;; did you mean &quot;%3&quot;?</source>
        <translation>%1: unbekannter Schlüssel „%2“; war „%3“ gemeint?</translation>
    </message>
    <message>
        <source>%1: %2 is missing</source>
        <translation>%1: %2 fehlt</translation>
    </message>
    <message>
        <source>%1: this program reads %2 and no other</source>
        <translation>%1: dieses Programm liest %2 und nichts anderes</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; %3</source>
        <translation>%1: „%2“ %3</translation>
    </message>
    <message>
        <source>%1 %2 (line %3)</source>
        <translation>%1 %2 (Zeile %3)</translation>
    </message>
    <message>
        <source>%1 %2 (lines %3)</source>
        <translation>%1 %2 (Zeilen %3)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; could not be looked up: no name server answers</source>
        <translation>der Name „%1“ ließ sich nicht auflösen: kein Nameserver antwortet</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; is unknown</source>
        <translation>der Name „%1“ ist unbekannt</translation>
    </message>
    <message>
        <source>the receiver closed the connection</source>
        <translation>der Empfänger hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>sending failed: %1</source>
        <translation>das Senden ist gescheitert: %1</translation>
    </message>
    <message>
        <source>nothing listens on %1</source>
        <translation>an %1 lauscht nichts</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>another program listens on %1</source>
        <translation>an %1 wartet schon ein anderes Programm auf Verbindungen</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine</source>
        <translation>%1 ist keine Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>listening on %1 needs more rights</source>
        <translation>um auf %1 zu warten, sind mehr Rechte nötig</translation>
    </message>
    <message>
        <source>cannot listen on %1: %2</source>
        <translation>an %1 lässt sich nicht lauschen: %2</translation>
    </message>
    <message>
        <source>every machine that reaches %1 can connect</source>
        <translation>jeder Rechner, der %1 erreicht, kann sich verbinden</translation>
    </message>
    <message>
        <source>values look like 0..1: is this format keras?</source>
        <translation>die Werte sehen nach 0..1 aus: ist das Format keras?</translation>
    </message>
    <message>
        <source>values look like 0..255: is this format spark?</source>
        <translation>die Werte sehen nach 0..255 aus: ist das Format spark?</translation>
    </message>
    <message>
        <source>values look like -128..127 between commas: is this format scala?</source>
        <translation>die Werte sehen nach -128..127 zwischen Kommas aus: ist das Format scala?</translation>
    </message>
    <message>
        <source>label not a digit or out of range</source>
        <translation>Beschriftung keine Ziffer oder außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>too few values</source>
        <translation>zu wenige Werte</translation>
    </message>
    <message>
        <source>too many values</source>
        <translation>zu viele Werte</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>nicht endlich</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>line too long</source>
        <translation>Zeile zu lang</translation>
    </message>
    <message>
        <source>blank line</source>
        <translation>leere Zeile</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>answers without a place and times</source>
        <translation>Antworten ohne Stelle und Zeiten</translation>
    </message>
    <message>
        <source>line %1 of the cluster&apos;s answers: %2</source>
        <translation>Zeile %1 der Antworten des Clusters: %2</translation>
    </message>
    <message>
        <source>the cluster&apos;s driver ended before the run did</source>
        <translation>der Treiber des Clusters endete vor dem Lauf</translation>
    </message>
    <message>
        <source>an answer without its place in the stream</source>
        <translation>eine Antwort ohne ihre Stelle im Strom</translation>
    </message>
    <message>
        <source>%1 begins with a byte order mark, which is passed over</source>
        <translation>%1 beginnt mit einer Byte-Order-Mark, die übergangen wird</translation>
    </message>
    <message>
        <source>cannot be -: standard output carries the worker&apos;s results</source>
        <translation>kann nicht - sein: die Standardausgabe trägt die Ergebnisse des Arbeiters</translation>
    </message>
    <message>
        <source>cannot be -: standard output carries the images</source>
        <translation>kann nicht - sein: die Standardausgabe trägt die Bilder</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>ist keine Zahl</translation>
    </message>
    <message>
        <source>is out of its range</source>
        <translation>liegt außerhalb seines Bereichs</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>is not a time, as 2026-01-31T02:44:45.123Z</source>
        <translation>ist keine Zeit wie 2026-01-31T02:44:45.123Z</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <source>is not a list</source>
        <translation>ist keine Liste</translation>
    </message>
    <message>
        <source>has %1 items</source>
        <translation>hat %1 Einträge</translation>
    </message>
    <message>
        <source>is not true or false</source>
        <translation>ist nicht true oder false</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which is no word for it</source>
        <translation>ist „%1“, was kein Wort dafür ist</translation>
    </message>
    <message>
        <source>latency_histogram: the times do not ascend</source>
        <translation>latency_histogram: die Zeiten steigen nicht an</translation>
    </message>
    <message>
        <source>%1: this program reads reports of schema versions %2 to %3</source>
        <translation>%1: dieses Programm liest Berichte der Schema-Versionen %2 bis %3</translation>
    </message>
    <message>
        <source>cannot write standard output</source>
        <translation>kann die Standardausgabe nicht schreiben</translation>
    </message>
    <message>
        <source>not an answer of a worker: %1</source>
        <translation>keine Antwort eines Arbeiters: %1</translation>
    </message>
    <message>
        <source>%1:%2: not JSON: %3</source>
        <translation>%1:%2: kein JSON: %3</translation>
    </message>
    <message>
        <source>%1: not a JSON object</source>
        <translation>%1: kein JSON-Objekt</translation>
    </message>
    <message>
        <source>unknown failure</source>
        <translation>unbekannter Fehler</translation>
    </message>
    <message>
        <source>the model&apos;s output is not %1 times %2 scores</source>
        <translation>die Ausgabe des Modells besteht nicht aus %1-mal %2 Werten</translation>
    </message>
    <message>
        <source>engine opencv reads ONNX models only</source>
        <translation>die Engine opencv liest nur ONNX-Modelle</translation>
    </message>
    <message>
        <source>engine opencv computes in fp32 only</source>
        <translation>die Engine opencv rechnet nur in fp32</translation>
    </message>
    <message>
        <source>engine opencv has no device &quot;%1&quot;, only CPU</source>
        <translation>die Engine opencv hat kein Gerät „%1“, nur CPU</translation>
    </message>
    <message>
        <source>model %1 does not run: %2</source>
        <translation>das Modell %1 läuft nicht: %2</translation>
    </message>
    <message>
        <source>device %1 does not compute in bf16: this processor has no bfloat16 instructions (AVX-512 BF16, AMX or SVE BF16); take fp32 or another engine or device</source>
        <translation>das Gerät %1 rechnet nicht in bf16: dieser Prozessor hat keine bfloat16-Befehle (AVX-512 BF16, AMX oder SVE BF16); fp32 oder eine andere Engine oder ein anderes Gerät nehmen</translation>
    </message>
    <message>
        <source>device %1 does not compute in %2; take fp32 or another engine or device</source>
        <translation>das Gerät %1 rechnet nicht in %2; fp32 oder eine andere Engine oder ein anderes Gerät nehmen</translation>
    </message>
    <message>
        <source>model %1 is not quantised, so it cannot run in int8: take a model whose card has an int8 variant (--list-models), or quantise it (models/train/quantise.py)</source>
        <translation>das Modell %1 ist nicht quantisiert und läuft deshalb nicht in int8: ein Modell nehmen, dessen Karte eine int8-Variante hat (--list-models), oder es quantisieren (models/train/quantise.py)</translation>
    </message>
    <message>
        <source>model %1 is quantised: ask for --precision int8</source>
        <translation>das Modell %1 ist quantisiert: --precision int8 verlangen</translation>
    </message>
    <message>
        <source>OpenVINO: unknown failure</source>
        <translation>OpenVINO: unbekannter Fehler</translation>
    </message>
    <message>
        <source>model %1 cannot be read: %2</source>
        <translation>das Modell %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>model %1 has %2 inputs and %3 outputs, must have one of each</source>
        <translation>das Modell %1 hat %2 Eingänge und %3 Ausgänge; je einer muss es sein</translation>
    </message>
    <message>
        <source>model %1 does not take images: its input is not N×C×H×W</source>
        <translation>das Modell %1 nimmt keine Bilder: seine Eingabe ist nicht N×C×H×W</translation>
    </message>
    <message>
        <source>OpenVINO finds no device, not even the CPU: its plugins do not lie beside it</source>
        <translation>OpenVINO findet kein Gerät, nicht einmal die CPU: seine Plugins liegen nicht daneben</translation>
    </message>
    <message>
        <source>engine openvino has no device &quot;%1&quot; here, only %2</source>
        <translation>die Engine openvino hat hier kein Gerät „%1“, nur %2</translation>
    </message>
    <message>
        <source>--min-accuracy %1 cannot be met, for accuracy is not judged: %2</source>
        <translation>--min-accuracy %1 kann nicht erreicht werden, denn die Genauigkeit wird nicht beurteilt: %2</translation>
    </message>
    <message>
        <source>--require-rate %1 cannot be met, for throughput is not judged: %2</source>
        <translation>--require-rate %1 kann nicht erreicht werden, denn der Durchsatz wird nicht beurteilt: %2</translation>
    </message>
    <message>
        <source>--require-rate %1 met: the target rate of %2 images/s was kept</source>
        <translation>--require-rate %1 erreicht: die Zielrate von %2 Bildern/s wurde gehalten</translation>
    </message>
    <message>
        <source>--require-rate %1 missed: a rate takes results at two times</source>
        <translation>--require-rate %1 verfehlt: eine Rate braucht Ergebnisse zu zwei Zeitpunkten</translation>
    </message>
    <message>
        <source>--max-p99 %1 cannot be met, for latency is not judged: %2</source>
        <translation>--max-p99 %1 kann nicht eingehalten werden, denn die Latenz wird nicht beurteilt: %2</translation>
    </message>
    <message>
        <source>OpenCV: %1</source>
        <translation>OpenCV: %1</translation>
    </message>
    <message>
        <source>OpenVINO: %1</source>
        <translation>OpenVINO: %1</translation>
    </message>
    <message>
        <source>%1: end mark after %2 records, but the stream goes on: %3 bytes or more are ignored, %4 whole lines among them</source>
        <translation>%1: Endzeichen nach %2 Datensätzen, doch der Strom geht weiter: mindestens %3 Bytes werden übergangen, darunter %4 ganze Zeilen</translation>
    </message>
    <message>
        <source>%1: closed without an end mark after %2 records</source>
        <translation>%1: nach %2 Datensätzen ohne Endzeichen geschlossen</translation>
    </message>
    <message>
        <source>%1: left without sending a byte, so it was no sender</source>
        <translation>%1: ging, ohne ein Byte zu senden, war also kein Sender</translation>
    </message>
    <message>
        <source>all %1 images were there before the receiver was ready, or waited behind these</source>
        <translation>alle %1 Bilder waren da, bevor der Empfänger bereit war, oder warteten hinter diesen</translation>
    </message>
    <message>
        <source>images waited unread for %1 % of the time, because the queue was full: the time since their intended send times is not known</source>
        <translation>Bilder warteten während %1 % der Zeit ungelesen, weil die Warteschlange voll war: die Latenz ab geplanter Sendezeit ist nicht bekannt</translation>
    </message>
    <message>
        <source>send at a rate that the receiver can keep, and start the receiver first</source>
        <translation>mit einer Rate senden, die der Empfänger hält, und den Empfänger zuerst starten</translation>
    </message>
    <message>
        <source>%1 images were there before the receiver was ready: their times are left out</source>
        <translation>%1 Bilder waren da, bevor der Empfänger bereit war: ihre Zeiten zählen nicht</translation>
    </message>
    <message>
        <source>%1 closed without the end mark that was due</source>
        <translation>%1 schloss ohne das fällige Endzeichen</translation>
    </message>
    <message>
        <source>%1 and %2 more closed without the end mark that was due</source>
        <translation>%1 und %2 weitere schlossen ohne das fällige Endzeichen</translation>
    </message>
    <message>
        <source>see whether the sender came to its end, or say with -t how many images it sends</source>
        <translation>nachsehen, ob der Sender an sein Ende kam, oder mit -t sagen, wie viele Bilder er sendet</translation>
    </message>
    <message>
        <source>%1 went on after the end mark: at least %3 lines and %4 bytes are not counted</source>
        <translation>%1 ging nach dem Endzeichen weiter: mindestens %3 Zeilen und %4 Bytes sind nicht gezählt</translation>
    </message>
    <message>
        <source>%1 and %2 more went on after the end mark: at least %3 lines and %4 bytes are not counted</source>
        <translation>%1 und %2 weitere gingen nach dem Endzeichen weiter: mindestens %3 Zeilen und %4 Bytes sind nicht gezählt</translation>
    </message>
    <message>
        <source>see where the sender&apos;s empty line comes from, and let nc serve one sender a run</source>
        <translation>nachsehen, woher die leere Zeile des Senders kommt, und nc nur einen Sender je Lauf bedienen lassen</translation>
    </message>
    <message>
        <source>%1 ended, and its format has no end mark: whether all its images came cannot be known</source>
        <translation>%1 endete, und das Format hat kein Endzeichen: ob alle Bilder kamen, lässt sich nicht wissen</translation>
    </message>
    <message>
        <source>%1 and %2 more ended, and their formats have no end mark: whether all their images came cannot be known</source>
        <translation>%1 und %2 weitere endeten, und ihre Formate haben kein Endzeichen: ob alle Bilder kamen, lässt sich nicht wissen</translation>
    </message>
    <message>
        <source>say with -t how many images are sent</source>
        <translation>mit -t sagen, wie viele Bilder gesendet werden</translation>
    </message>
    <message>
        <source>whoever sends the records knows whether all have come</source>
        <translation>wer die Datensätze sendet, weiß, ob alle gekommen sind</translation>
    </message>
    <message>
        <source>standard input is closed: pipe a stream in, or receive with --listen PORT</source>
        <translation>die Standardeingabe ist geschlossen: einen Strom hineinleiten oder mit --listen PORT empfangen</translation>
    </message>
    <message>
        <source>standard input is a directory: pipe a stream in, or receive with --listen PORT</source>
        <translation>die Standardeingabe ist ein Verzeichnis: einen Strom hineinleiten oder mit --listen PORT empfangen</translation>
    </message>
    <message>
        <source>standard input is open for writing only: pipe a stream in, or receive with --listen PORT</source>
        <translation>die Standardeingabe ist nur zum Schreiben offen: einen Strom hineinleiten oder mit --listen PORT empfangen</translation>
    </message>
    <message>
        <source>standard output is closed: pipe it somewhere, or send with --connect or --listen</source>
        <translation>die Standardausgabe ist geschlossen: sie weiterleiten oder mit --connect oder --listen senden</translation>
    </message>
    <message>
        <source>standard output is a directory: pipe it somewhere, or send with --connect or --listen</source>
        <translation>die Standardausgabe ist ein Verzeichnis: sie weiterleiten oder mit --connect oder --listen senden</translation>
    </message>
    <message>
        <source>standard output is open for reading only: pipe it somewhere, or send with --connect or --listen</source>
        <translation>die Standardausgabe ist nur zum Lesen offen: sie weiterleiten oder mit --connect oder --listen senden</translation>
    </message>
    <message>
        <source>is a named pipe, not a file</source>
        <translation>ist eine benannte Pipe, keine Datei</translation>
    </message>
    <message>
        <source>is a socket, not a file</source>
        <translation>ist ein Socket, keine Datei</translation>
    </message>
    <message>
        <source>is a device, not a file</source>
        <translation>ist ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>has over %1 MB, more than any file of its kind</source>
        <translation>hat über %1 MB, mehr als jede Datei dieser Art</translation>
    </message>
    <message>
        <source>reading was cancelled</source>
        <translation>das Lesen wurde abgebrochen</translation>
    </message>
    <message>
        <source>has over 4 GB, and images are held in memory</source>
        <translation>hat über 4 GB, und Bilder werden im Speicher gehalten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the HDF5 file %2, which Keras does not write: save the model again with model.save()</source>
        <translation>„%1“ in der HDF5-Datei %2; so schreibt Keras keine Dateien: das Modell mit model.save() neu speichern</translation>
    </message>
    <message>
        <source>the HDF5 file holds more groups, names and text than a model has</source>
        <translation>die HDF5-Datei enthält mehr Gruppen, Namen und Text, als ein Modell hat</translation>
    </message>
    <message>
        <source>its weights take over 2 GB, which no model for these images has</source>
        <translation>seine Gewichte belegen über 2 GB, mehr als jedes Modell für diese Bilder</translation>
    </message>
    <message>
        <source>is packed by the HDF5 filter %1</source>
        <translation>ist mit dem HDF5-Filter %1 gepackt</translation>
    </message>
    <message>
        <source>is a soft link</source>
        <translation>ist ein symbolischer Verweis</translation>
    </message>
    <message>
        <source>is a link into another file</source>
        <translation>ist ein Verweis in eine andere Datei</translation>
    </message>
    <message>
        <source>is a user-defined link</source>
        <translation>ist ein benutzerdefinierter Verweis</translation>
    </message>
    <message>
        <source>the HDF5 file is of a later version of the format than 3: save the model again with model.save()</source>
        <translation>die HDF5-Datei hat eine neuere Version des Formats als 3: das Modell mit model.save() neu speichern</translation>
    </message>
    <message>
        <source>the HDF5 file holds floating-point numbers of a kind that is not understood</source>
        <translation>die HDF5-Datei enthält Gleitkommazahlen einer Art, die nicht verstanden wird</translation>
    </message>
    <message>
        <source>shares its attributes</source>
        <translation>teilt seine Attribute mit anderen</translation>
    </message>
    <message>
        <source>is of a shared type</source>
        <translation>hat einen geteilten Datentyp</translation>
    </message>
    <message>
        <source>has attributes of a shared type</source>
        <translation>hat Attribute mit geteiltem Datentyp</translation>
    </message>
    <message>
        <source>keeps its attributes in a heap</source>
        <translation>hält seine Attribute in einem Heap</translation>
    </message>
    <message>
        <source>keeps its values in another file (external storage)</source>
        <translation>hält seine Werte in einer anderen Datei (external storage)</translation>
    </message>
    <message>
        <source>is a virtual data set</source>
        <translation>ist ein virtueller Datensatz</translation>
    </message>
    <message>
        <source>lies in the file in a way of other versions of HDF5</source>
        <translation>liegt in der Datei so, wie es andere HDF5-Versionen tun</translation>
    </message>
    <message>
        <source>holds no values: they were never written</source>
        <translation>enthält keine Werte: sie wurden nie geschrieben</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot;: its weight &quot;%2&quot; holds a value that is infinite or not a number</source>
        <translation>Schicht „%1“: ihr Gewicht „%2“ enthält einen Wert, der unendlich oder keine Zahl ist</translation>
    </message>
    <message>
        <source>must be channels, height and width, as [3, 32, 32]</source>
        <translation>muss Kanäle, Höhe und Breite enthalten, etwa [3, 32, 32]</translation>
    </message>
    <message>
        <source>must be 2 to 256 names</source>
        <translation>muss 2 bis 256 Namen enthalten</translation>
    </message>
    <message>
        <source>its input is %1, its card says %2</source>
        <translation>seine Eingabe ist %1, laut seiner Karte %2</translation>
    </message>
    <message>
        <source>it has %1 classes, its card says %2</source>
        <translation>es hat %1 Klassen, laut seiner Karte %2</translation>
    </message>
    <message>
        <source>its input is %1; images are N×C×H×W, of 1 to %2 channels and sides of 1 to %3 pixels</source>
        <translation>seine Eingabe ist %1; Bilder sind N×C×H×W mit 1 bis %2 Kanälen und Seiten von 1 bis %3 Pixeln</translation>
    </message>
    <message>
        <source>its output is %1; a classifier gives one score for each of 2 to %2 classes</source>
        <translation>seine Ausgabe ist %1; ein Klassifikator liefert je einen Wert für 2 bis %2 Klassen</translation>
    </message>
    <message>
        <source>its tensor &quot;%1&quot; does not hold as many values as it says</source>
        <translation>sein Tensor „%1“ enthält nicht so viele Werte, wie er angibt</translation>
    </message>
    <message>
        <source>its tensor &quot;%1&quot; holds a value that is infinite or not a number</source>
        <translation>sein Tensor „%1“ enthält einen Wert, der unendlich oder keine Zahl ist</translation>
    </message>
    <message>
        <source>its operator %1 has &quot;%2&quot; of an impossible size</source>
        <translation>sein Operator %1 hat „%2“ von unmöglicher Größe</translation>
    </message>
    <message>
        <source>its graphs are nested more than %1 deep</source>
        <translation>seine Graphen sind mehr als %1-fach verschachtelt</translation>
    </message>
    <message>
        <source>its output &quot;%1&quot; begins with %2 values where the batch must be</source>
        <translation>seine Ausgabe „%1“ beginnt mit %2 Werten, wo der Stapel stehen muss</translation>
    </message>
    <message>
        <source>confusion_label_by_predicted has other lists than one for each class</source>
        <translation>confusion_label_by_predicted hat andere Listen als eine für jede Klasse</translation>
    </message>
    <message>
        <source>accuracy.classes: there are more or fewer classes elsewhere</source>
        <translation>accuracy.classes: anderswo sind es mehr oder weniger Klassen</translation>
    </message>
    <message>
        <source>%1: its images are %2 (channels, height, width), those of format %3 are %4</source>
        <translation>%1: die Bilder sind %2 (Kanäle, Höhe, Breite), die des Formats %3 sind %4</translation>
    </message>
    <message>
        <source>%1: its images are of %2 classes, those of format %3 are of %4</source>
        <translation>%1: die Bilder haben %2 Klassen, die des Formats %3 haben %4</translation>
    </message>
    <message>
        <source>%1 has other classes than the report of the run</source>
        <translation>%1 hat andere Klassen als der Bericht des Laufs</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>has over %1 characters</source>
        <translation>hat über %1 Zeichen</translation>
    </message>
    <message>
        <source>holds a character of value 0</source>
        <translation>enthält ein Zeichen mit dem Wert 0</translation>
    </message>
    <message>
        <source>clock %1 to %2 MHz</source>
        <translation>Takt %1 auf %2 MHz</translation>
    </message>
    <message>
        <source>temperature %1 to %2 °C</source>
        <translation>Temperatur %1 auf %2 °C</translation>
    </message>
    <message>
        <source>slowed by heat %1 to %2 % of the time</source>
        <translation>durch Hitze gedrosselt %1 auf %2 % der Zeit</translation>
    </message>
    <message>
        <source>other programs %1 to %2 % of the CPU time</source>
        <translation>andere Programme %1 auf %2 % der Prozessorzeit</translation>
    </message>
    <message>
        <source>taken by the hypervisor %1 to %2 %</source>
        <translation>vom Hypervisor genommen %1 auf %2 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>steady at %1 images/s from %2 on, after %3 images/s before that</source>
        <translation>gleichmäßig mit %1 Bildern/s ab %2, davor %3 Bilder/s</translation>
    </message>
    <message>
        <source>the rate was not steady: it fell from %1 to %2 images/s at %3</source>
        <translation>die Rate war nicht gleichmäßig: Bei %3 fiel sie von %1 auf %2 Bilder/s</translation>
    </message>
    <message>
        <source>the rate was not steady: it rose from %1 to %2 images/s at %3</source>
        <translation>die Rate war nicht gleichmäßig: Bei %3 stieg sie von %1 auf %2 Bilder/s</translation>
    </message>
    <message>
        <source>%1, the largest of %2 changes</source>
        <translation>%1, die größte von %2 Änderungen</translation>
    </message>
    <message>
        <source>run longer, on an idle machine that has warmed up</source>
        <translation>länger messen, auf einem unbelasteten Rechner, der warm geworden ist</translation>
    </message>
    <message>
        <source>service time steady at %1 ms from %2 on, after %3 ms before that</source>
        <translation>Bearbeitungszeit gleichmäßig mit %1 ms ab %2, davor %3 ms</translation>
    </message>
    <message>
        <source>service time was not steady: from %1 to %2 ms at %3</source>
        <translation>die Bearbeitungszeit war nicht gleichmäßig: von %1 auf %2 ms bei %3</translation>
    </message>
    <message>
        <source>the backlog grew: latency rose by %1 ms over the run (95 % interval %2 to %3)</source>
        <translation>der Rückstand wuchs: Die Latenz stieg im Lauf um %1 ms (95-%-Intervall %2 bis %3)</translation>
    </message>
    <message>
        <source>this program was built without ONNX Runtime: build it with installer/run.sh --with-onnxruntime</source>
        <translation>dieses Programm ist ohne ONNX Runtime gebaut: mit installer/run.sh --with-onnxruntime bauen</translation>
    </message>
    <message>
        <source>it sends images to a server elsewhere, and iotbench measures this machine</source>
        <translation>es schickt Bilder an einen anderen Server, iotbench aber misst diesen Rechner</translation>
    </message>
    <message>
        <source>engine onnxruntime computes in fp32 and int8 only</source>
        <translation>die Engine onnxruntime rechnet nur in fp32 und int8</translation>
    </message>
    <message>
        <source>engine onnxruntime reads ONNX models only</source>
        <translation>die Engine onnxruntime liest nur ONNX-Modelle</translation>
    </message>
    <message>
        <source>device %1 cannot be used: %2</source>
        <translation>das Gerät %1 ist nicht nutzbar: %2</translation>
    </message>
    <message>
        <source>engine onnxruntime has no device &quot;%1&quot; here, only %2</source>
        <translation>die Engine onnxruntime hat hier kein Gerät „%1“, nur %2</translation>
    </message>
    <message>
        <source>the model takes %1 images at once: the batch size (--batch-size) must be a multiple of %1, not %2</source>
        <translation>das Modell nimmt %1 Bilder auf einmal: die Stapelgröße (--batch-size) muss ein Vielfaches von %1 sein, nicht %2</translation>
    </message>
    <message>
        <source>ONNX Runtime %1 is older than the one that iotbench was built with, 1.%2</source>
        <translation>ONNX Runtime %1 ist älter als das, mit dem iotbench gebaut wurde: 1.%2</translation>
    </message>
    <message>
        <source>ONNX Runtime: %1</source>
        <translation>ONNX Runtime: %1</translation>
    </message>
    <message>
        <source>ONNX Runtime: unknown failure</source>
        <translation>ONNX Runtime: unbekannter Fehler</translation>
    </message>
    <message>
        <source>what hard_sigmoid means depends on the version of Keras, which the file does not say</source>
        <translation>was hard_sigmoid bedeutet, hängt von der Keras-Version ab, die die Datei nicht nennt</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot;: its weights in the file are those of a layer called &quot;%2&quot;</source>
        <translation>Schicht „%1“: ihre Gewichte in der Datei sind die einer Schicht namens „%2“</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot;: the file has more weights for it than the %2 that it needs</source>
        <translation>Schicht „%1“: die Datei hat mehr Gewichte für sie als die %2, die sie braucht</translation>
    </message>
    <message>
        <source>a constant is neither a number nor an array of numbers</source>
        <translation>eine Konstante ist weder eine Zahl noch ein Feld aus Zahlen</translation>
    </message>
    <message>
        <source>a constant array fits neither the channels nor the whole of what it meets</source>
        <translation>ein konstantes Feld passt weder zu den Kanälen noch zum Ganzen, auf das es trifft</translation>
    </message>
    <message>
        <source>the weights of layer &quot;%1&quot; could be those of different layers within it: their order and their names disagree</source>
        <translation>die Gewichte der Schicht „%1“ könnten verschiedenen Schichten in ihr gehören: Reihenfolge und Namen widersprechen sich</translation>
    </message>
    <message>
        <source>the %1 weights of layer &quot;%2&quot; are not the %3 that it needs, by order or by name</source>
        <translation>die %1 Gewichte der Schicht „%2“ sind weder der Reihe noch dem Namen nach die %3, die sie braucht</translation>
    </message>
    <message>
        <source>takes results and constants in one list</source>
        <translation>nimmt Ergebnisse und Konstanten in einer Liste</translation>
    </message>
    <message>
        <source>works along another axis than the channels</source>
        <translation>arbeitet entlang einer anderen Achse als der der Kanäle</translation>
    </message>
    <message>
        <source>is called on results that need weights of different sizes</source>
        <translation>wird mit Ergebnissen aufgerufen, die Gewichte verschiedener Größe brauchen</translation>
    </message>
    <message>
        <source>orders axes that are not those of what it takes</source>
        <translation>ordnet Achsen, die ihre Eingabe nicht hat</translation>
    </message>
    <message>
        <source>joins results of different shapes</source>
        <translation>verbindet Ergebnisse verschiedener Form</translation>
    </message>
    <message>
        <source>is called on several results</source>
        <translation>wird mit mehreren Ergebnissen aufgerufen</translation>
    </message>
    <message>
        <source>is called in training mode: its results differ from run to run</source>
        <translation>wird im Trainingsmodus aufgerufen: ihre Ergebnisse sind jedes Mal andere</translation>
    </message>
    <message>
        <source>is called on a constant</source>
        <translation>wird mit einer Konstanten aufgerufen</translation>
    </message>
    <message>
        <source>is called with &quot;%1&quot;, which is not supported</source>
        <translation>wird mit „%1“ aufgerufen, was nicht unterstützt wird</translation>
    </message>
    <message>
        <source>layers of this class are not supported: export the model to ONNX: %1</source>
        <translation>Schichten dieser Klasse werden nicht unterstützt: das Modell als ONNX ausgeben: %1</translation>
    </message>
    <message>
        <source>is called on no result</source>
        <translation>wird ohne Ergebnis aufgerufen</translation>
    </message>
    <message>
        <source>data_format &quot;%1&quot; is not supported</source>
        <translation>data_format „%1“ wird nicht unterstützt</translation>
    </message>
    <message>
        <source>computes in %1, which is not supported</source>
        <translation>rechnet in %1, was nicht unterstützt wird</translation>
    </message>
    <message>
        <source>its field &quot;%1&quot; is not known to this program: leave it at its default, or export the model to ONNX: %2</source>
        <translation>ihr Feld „%1“ kennt dieses Programm nicht: es bei seiner Vorgabe lassen oder das Modell als ONNX ausgeben: %2</translation>
    </message>
    <message>
        <source>is no class of Keras itself: export the model to ONNX: %1</source>
        <translation>ist keine Klasse von Keras selbst: das Modell als ONNX ausgeben: %1</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot;: would make the model too large for this program</source>
        <translation>Schicht „%1“: machte das Modell zu groß für dieses Programm</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot;: has factors for the channels and for single values</source>
        <translation>Schicht „%1“: hat Faktoren für Kanäle und für einzelne Werte</translation>
    </message>
    <message>
        <source>a ReLU with a threshold below zero, or with both a threshold and a slope, is not supported</source>
        <translation>eine ReLU mit einer Schwelle unter null, oder mit Schwelle und Steigung, wird nicht unterstützt</translation>
    </message>
    <message>
        <source>works along an axis that there is not</source>
        <translation>arbeitet entlang einer Achse, die es nicht gibt</translation>
    </message>
    <message>
        <source>shares its weights along one axis of two, which is not supported</source>
        <translation>teilt ihre Gewichte entlang einer von zwei Achsen, was nicht unterstützt wird</translation>
    </message>
    <message>
        <source>cuts off the whole image</source>
        <translation>schneidet das ganze Bild weg</translation>
    </message>
    <message>
        <source>interpolation &quot;%1&quot; is not supported, &quot;nearest&quot; and &quot;bilinear&quot; are</source>
        <translation>interpolation „%1“ wird nicht unterstützt, „nearest“ und „bilinear“ schon</translation>
    </message>
    <message>
        <source>groups are not supported in this layer</source>
        <translation>Gruppen werden in dieser Schicht nicht unterstützt</translation>
    </message>
    <message>
        <source>a window of %1 is not supported</source>
        <translation>ein Fenster von %1 wird nicht unterstützt</translation>
    </message>
    <message>
        <source>normalises over more than %1 channels, which is not supported</source>
        <translation>normiert über mehr als %1 Kanäle, was nicht unterstützt wird</translation>
    </message>
    <message>
        <source>normalises by the root mean square, which is not supported</source>
        <translation>normiert mit dem quadratischen Mittel, was nicht unterstützt wird</translation>
    </message>
    <message>
        <source>has %1 means or variances for %2 channels</source>
        <translation>hat %1 Mittelwerte oder Varianzen für %2 Kanäle</translation>
    </message>
    <message>
        <source>has a mean without a variance, or a variance without a mean</source>
        <translation>hat einen Mittelwert ohne Varianz oder eine Varianz ohne Mittelwert</translation>
    </message>
    <message>
        <source>is called on too few arguments</source>
        <translation>wird mit zu wenigen Argumenten aufgerufen</translation>
    </message>
    <message>
        <source>a constant array is not supported here</source>
        <translation>ein konstantes Feld wird hier nicht unterstützt</translation>
    </message>
    <message>
        <source>divides by zero</source>
        <translation>teilt durch null</translation>
    </message>
    <message>
        <source>a power is supported with a constant exponent alone</source>
        <translation>eine Potenz wird nur mit konstantem Exponenten unterstützt</translation>
    </message>
    <message>
        <source>the exponent %1 is not supported</source>
        <translation>der Exponent %1 wird nicht unterstützt</translation>
    </message>
    <message>
        <source>is supported over height and width together alone</source>
        <translation>wird nur über Höhe und Breite zusammen unterstützt</translation>
    </message>
    <message>
        <source>reshapes the batch too: its first size must be -1</source>
        <translation>formt auch den Stapel um: die erste Größe muss -1 sein</translation>
    </message>
    <message>
        <source>takes a part by something else than whole numbers in ranges</source>
        <translation>nimmt einen Teil anders als mit ganzen Zahlen in Bereichen</translation>
    </message>
    <message>
        <source>takes a part backwards</source>
        <translation>nimmt einen Teil rückwärts</translation>
    </message>
    <message>
        <source>takes a part of the batch</source>
        <translation>nimmt einen Teil des Stapels</translation>
    </message>
    <message>
        <source>the operation %1 is not supported: export the model to ONNX: %2</source>
        <translation>die Operation %1 wird nicht unterstützt: das Modell als ONNX ausgeben: %2</translation>
    </message>
    <message>
        <source>the zip archive is damaged or not whole</source>
        <translation>das Zip-Archiv ist beschädigt oder unvollständig</translation>
    </message>
    <message>
        <source>the zip archive has over %1 members</source>
        <translation>das Zip-Archiv hat über %1 Einträge</translation>
    </message>
    <message>
        <source>the zip archive has two members called %1</source>
        <translation>das Zip-Archiv hat zwei Einträge namens %1</translation>
    </message>
    <message>
        <source>%1 in the zip archive is encrypted</source>
        <translation>%1 im Zip-Archiv ist verschlüsselt</translation>
    </message>
    <message>
        <source>%1 in the zip archive is packed in a way that Keras does not use</source>
        <translation>%1 im Zip-Archiv ist auf eine Art gepackt, die Keras nicht verwendet</translation>
    </message>
    <message>
        <source>%1 in the zip archive unpacks to %2 bytes, which no model for these images has</source>
        <translation>%1 im Zip-Archiv hat entpackt %2 Bytes, die kein Modell für diese Bilder hat</translation>
    </message>
    <message>
        <source>%1 in the zip archive is damaged</source>
        <translation>%1 im Zip-Archiv ist beschädigt</translation>
    </message>
    <message>
        <source>is called a Keras model, but is neither an HDF5 file nor a zip archive: save the model again</source>
        <translation>heißt wie ein Keras-Modell, ist aber weder eine HDF5-Datei noch ein Zip-Archiv: das Modell erneut speichern</translation>
    </message>
    <message>
        <source>model %1 is not for images as those of the test set: %2 in %3 classes</source>
        <translation>das Modell %1 ist nicht für Bilder wie die der Testmenge: %2 in %3 Klassen</translation>
    </message>
    <message>
        <source>model %1 gives test image %2 a score that is not a finite number</source>
        <translation>das Modell %1 gibt dem Testbild %2 eine Bewertung, die keine endliche Zahl ist</translation>
    </message>
    <message>
        <source>must be one at least, with fp32 as the first where it is there</source>
        <translation>muss mindestens einen Eintrag haben, und fp32 als ersten, wo es vorkommt</translation>
    </message>
    <message>
        <source>engine %1 predicts %2 of %3 images otherwise than %4</source>
        <translation>die Engine %1 sagt %2 von %3 Bildern anders vorher als %4</translation>
    </message>
    <message>
        <source>the card was made on a processor with other instructions: make it again here (--make-card)</source>
        <translation>die Karte entstand auf einem Prozessor mit anderen Befehlen: hier neu erzeugen (--make-card)</translation>
    </message>
    <message>
        <source>the engines %1 and %2 predict %3 of %4 images otherwise, and the model has no card to tell which is right</source>
        <translation>die Engines %1 und %2 sagen %3 von %4 Bildern verschieden vorher, und das Modell hat keine Karte, die den Ausschlag gibt</translation>
    </message>
    <message>
        <source>compare with the program that the model is from, and take the engine that agrees with it (--engine)</source>
        <translation>mit dem Programm vergleichen, aus dem das Modell stammt, und die Engine nehmen, die mit ihm übereinstimmt (--engine)</translation>
    </message>
    <message>
        <source>the engines %1 and %2 agree on %3 of %4 images</source>
        <translation>die Engines %1 und %2 stimmen bei %3 von %4 Bildern überein</translation>
    </message>
    <message>
        <source>it can end the program while it reads a model</source>
        <translation>es kann das Programm beenden, während es ein Modell liest</translation>
    </message>
    <message>
        <source>count_include_pad</source>
        <translation>count_include_pad</translation>
    </message>
    <message>
        <source>ceil_mode with count_include_pad</source>
        <translation>ceil_mode mit count_include_pad</translation>
    </message>
    <message>
        <source>ceil_mode with padding</source>
        <translation>ceil_mode mit Rand</translation>
    </message>
    <message>
        <source>auto_pad SAME_LOWER</source>
        <translation>auto_pad SAME_LOWER</translation>
    </message>
    <message>
        <source>dilations</source>
        <translation>dilations</translation>
    </message>
    <message>
        <source>uneven pads of a 1×1 window</source>
        <translation>ungleiche Ränder eines 1×1-Fensters</translation>
    </message>
    <message>
        <source>auto_pad</source>
        <translation>auto_pad</translation>
    </message>
    <message>
        <source>output_shape</source>
        <translation>output_shape</translation>
    </message>
    <message>
        <source>as in training</source>
        <translation>wie beim Training</translation>
    </message>
    <message>
        <source>rows instead of maps</source>
        <translation>Zeilen statt Karten</translation>
    </message>
    <message>
        <source>an axis that is not the last, in an operator set before 13</source>
        <translation>eine Achse, die nicht die letzte ist, in einem Operatorensatz vor 13</translation>
    </message>
    <message>
        <source>no axis</source>
        <translation>ohne Achse</translation>
    </message>
    <message>
        <source>axes as an input</source>
        <translation>Achsen als Eingang</translation>
    </message>
    <message>
        <source>over all axes but one, or all</source>
        <translation>über alle Achsen oder alle bis auf eine</translation>
    </message>
    <message>
        <source>sizes as an input</source>
        <translation>Größen als Eingang</translation>
    </message>
    <message>
        <source>alpha or beta</source>
        <translation>alpha oder beta</translation>
    </message>
    <message>
        <source>a divisor larger than what is divided</source>
        <translation>ein Divisor, der größer ist als das Geteilte</translation>
    </message>
    <message>
        <source>inputs of several shapes</source>
        <translation>Eingänge verschiedener Form</translation>
    </message>
    <message>
        <source>one axis only</source>
        <translation>nur eine Achse</translation>
    </message>
    <message>
        <source>constants along the batch</source>
        <translation>Konstanten entlang des Stapels</translation>
    </message>
    <message>
        <source>slopes that are not one a channel</source>
        <translation>Steigungen, die nicht eine je Kanal sind</translation>
    </message>
    <message>
        <source>rounding of values</source>
        <translation>Runden von Werten</translation>
    </message>
    <message>
        <source>sizes that are no multiples, or a rare mode</source>
        <translation>Größen, die keine Vielfachen sind, oder ein seltener Modus</translation>
    </message>
    <message>
        <source>dilations with auto_pad</source>
        <translation>dilations mit auto_pad</translation>
    </message>
    <message>
        <source>a bias that is no whole number</source>
        <translation>ein Bias, der keine ganze Zahl ist</translation>
    </message>
    <message>
        <source>antialias, exclude_outside or keep_aspect_ratio_policy</source>
        <translation>antialias, exclude_outside oder keep_aspect_ratio_policy</translation>
    </message>
    <message>
        <source>fractions, in an operator set before 11</source>
        <translation>Bruchteile, in einem Operatorensatz vor 11</translation>
    </message>
    <message>
        <source>engine %1 computes its operator %2 wrongly; engines that compute it: %3</source>
        <translation>die Engine %1 berechnet seinen Operator %2 falsch; Engines, die ihn berechnen: %3</translation>
    </message>
    <message>
        <source>engine %1 computes its operator %2 wrongly (%3); engines that compute it: %4</source>
        <translation>die Engine %1 berechnet seinen Operator %2 falsch (%3); Engines, die ihn berechnen: %4</translation>
    </message>
    <message>
        <source>engine %1 alone classifies %2 images/s here: %3 workers, batches of %4 at most, as an earlier start found best (--fresh compares again)</source>
        <translation>die Engine %1 klassifiziert hier allein %2 Bilder/s: %3 Arbeiter, Stapel von höchstens %4, wie ein früherer Start es am besten fand (--fresh vergleicht neu)</translation>
    </message>
    <message>
        <source>none that this program has</source>
        <translation>keine, die dieses Programm hat</translation>
    </message>
    <message>
        <source>model %1 takes or gives other values than float32</source>
        <translation>Modell %1 nimmt oder liefert andere Werte als float32</translation>
    </message>
    <message>
        <source>it is no XML file, or not a whole one</source>
        <translation>es ist keine oder keine vollständige XML-Datei</translation>
    </message>
    <message>
        <source>it is XML, but no OpenVINO model</source>
        <translation>es ist XML, aber kein Modell von OpenVINO</translation>
    </message>
    <message>
        <source>it is an OpenVINO model of version %1; versions %2 and %3 are known</source>
        <translation>es ist ein OpenVINO-Modell der Version %1; bekannt sind die Versionen %2 und %3</translation>
    </message>
    <message>
        <source>its operator %1 is none of OpenVINO&apos;s own</source>
        <translation>sein Operator %1 ist keiner von OpenVINO selbst</translation>
    </message>
    <message>
        <source>it has graphs within its graph</source>
        <translation>es hat Graphen in seinem Graphen</translation>
    </message>
    <message>
        <source>its tensor &quot;%1&quot; is of a type that is not known: %2</source>
        <translation>sein Tensor „%1“ hat einen unbekannten Typ: %2</translation>
    </message>
    <message>
        <source>it takes pixels as bytes, its card says %1</source>
        <translation>es nimmt Pixel als Bytes, seine Karte sagt %1</translation>
    </message>
    <message>
        <source>is XML, as of an OpenVINO model; the file of its weights, %1, %2</source>
        <translation>ist XML wie bei einem OpenVINO-Modell; die Datei seiner Gewichte, %1, %2</translation>
    </message>
    <message>
        <source>its tensor &quot;%1&quot; lies beyond the end of %2</source>
        <translation>sein Tensor „%1“ liegt hinter dem Ende von %2</translation>
    </message>
    <message>
        <source>it keeps weights in a file that it does not name</source>
        <translation>es hat Gewichte in einer Datei, die es nicht nennt</translation>
    </message>
    <message>
        <source>it keeps weights in %1, which does not exist</source>
        <translation>es hat Gewichte in %1; diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>it keeps weights in %1, outside its folder</source>
        <translation>es hat Gewichte in %1, außerhalb seines Ordners</translation>
    </message>
    <message>
        <source>it keeps weights in %1, which %2</source>
        <translation>es hat Gewichte in %1; das %2</translation>
    </message>
    <message>
        <source>it has over %1 MB of weights in other files</source>
        <translation>es hat über %1 MB an Gewichten in anderen Dateien</translation>
    </message>
    <message>
        <source>it gives the name &quot;%1&quot; to two tensors</source>
        <translation>es gibt zwei Tensoren den Namen „%1“</translation>
    </message>
    <message>
        <source>it has over 2 GB of weights</source>
        <translation>es hat über 2 GB an Gewichten</translation>
    </message>
    <message>
        <source>the engine does not run the model on %1 images at once: %2</source>
        <translation>die Engine führt das Modell nicht mit %1 Bildern auf einmal aus: %2</translation>
    </message>
    <message>
        <source>model %1 takes pixels as bytes, so --normalise is %2</source>
        <translation>Modell %1 nimmt Pixel als Bytes, daher ist --normalise %2</translation>
    </message>
    <message>
        <source>the model answers %1 of %2 images otherwise when it is asked again</source>
        <translation>das Modell antwortet bei %1 von %2 Bildern anders, wenn es noch einmal gefragt wird</translation>
    </message>
    <message>
        <source>export it for inference: without dropout, noise, and random numbers</source>
        <translation>für die Inferenz ausgeben: ohne Dropout, Rauschen und Zufallszahlen</translation>
    </message>
    <message>
        <source>the model answers %1 of %2 images otherwise in batches of %3 than alone</source>
        <translation>das Modell antwortet bei %1 von %2 Bildern in Stapeln von %3 anders als bei jedem allein</translation>
    </message>
    <message>
        <source>is passed over: it applies only with --pacing cameras</source>
        <translation>wird übergangen: gilt nur bei --pacing cameras</translation>
    </message>
    <message>
        <source>is a multiple of --camera-rate in each stream with --pacing cameras: up to %1 cameras</source>
        <translation>ist bei --pacing cameras in jedem Strom ein Vielfaches von --camera-rate: bis zu %1 Kameras</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 has no run that is over: it takes the folder of a report or of a study, or a CSV file of --csv</source>
        <translation>%1 enthält keinen beendeten Lauf: erwartet wird der Ordner eines Berichts oder einer Studie oder eine CSV-Datei von --csv</translation>
    </message>
    <message>
        <source>%1 has no run labelled &quot;%2&quot;</source>
        <translation>%1 enthält keinen Lauf mit der Bezeichnung „%2“</translation>
    </message>
    <message>
        <source>%1 has over %2 runs</source>
        <translation>%1 enthält über %2 Läufe</translation>
    </message>
    <message>
        <source>%1: %2 of %3 runs are %4.</source>
        <translation>%1: %2 von %3 Läufen sind %4.</translation>
    </message>
    <message>
        <source>A run has over %1 images: percentiles are compared over runs alone.</source>
        <translation>Ein Lauf hat über %1 Bilder: Perzentile werden nur über Läufe verglichen.</translation>
    </message>
    <message>
        <source>The runs of both were interleaved, and are compared in pairs.</source>
        <translation>Die Läufe beider Seiten wechselten sich ab und werden paarweise verglichen.</translation>
    </message>
    <message>
        <source>Each side is a single run: intervals hold the spread within it, not what differs from run to run and from day to day.</source>
        <translation>Jede Seite ist ein einzelner Lauf: die Intervalle enthalten die Streuung darin, nicht, was von Lauf zu Lauf und von Tag zu Tag verschieden ist.</translation>
    </message>
    <message>
        <source>An interval needs two runs or more on each side.</source>
        <translation>Für ein Intervall braucht es auf jeder Seite mindestens zwei Läufe.</translation>
    </message>
    <message>
        <source>The runs of both were made apart: what differs between their days counts as a difference.</source>
        <translation>Die Läufe beider Seiten entstanden getrennt: was zwischen ihren Tagen verschieden ist, zählt als Unterschied.</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>CPUs allowed</source>
        <translation>erlaubte CPUs</translation>
    </message>
    <message>
        <source>instruction sets</source>
        <translation>Befehlssätze</translation>
    </message>
    <message>
        <source>governor</source>
        <translation>Governor</translation>
    </message>
    <message>
        <source>operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>iotbench</source>
        <translation>iotbench</translation>
    </message>
    <message>
        <source>revision of iotbench</source>
        <translation>Revision von iotbench</translation>
    </message>
    <message>
        <source>build type</source>
        <translation>Art des Builds</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>engine version</source>
        <translation>Version der Engine</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>batch ceiling</source>
        <translation>größter Stapel</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>SHA-256 of the model file</source>
        <translation>SHA-256 der Modelldatei</translation>
    </message>
    <message>
        <source>normalisation</source>
        <translation>Normierung</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>streams</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>pacing</source>
        <translation>Sendeplan</translation>
    </message>
    <message>
        <source>target rate</source>
        <translation>Zielrate</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>duration (s)</source>
        <translation>Dauer (s)</translation>
    </message>
    <message>
        <source>%1: a line has over %2 bytes</source>
        <translation>%1: eine Zeile hat über %2 Byte</translation>
    </message>
    <message>
        <source>%1 is not empty: a study needs a new folder for --report</source>
        <translation>%1 ist nicht leer: eine Studie braucht einen neuen Ordner für --report</translation>
    </message>
    <message>
        <source>it takes 100 images, and there were %1</source>
        <translation>es braucht 100 Bilder, und es waren %1</translation>
    </message>
    <message>
        <source>run longer, or at a higher rate</source>
        <translation>länger messen oder mit einer höheren Rate</translation>
    </message>
    <message>
        <source>measured for %1 s: too short to tell whether other programs took CPU time</source>
        <translation>%1 s lang gemessen: zu kurz, um zu sagen, ob andere Programme CPU-Zeit nahmen</translation>
    </message>
    <message>
        <source>run for 10 s or longer</source>
        <translation>10 s oder länger messen</translation>
    </message>
    <message>
        <source>--require-rate %1 missed: %2 images/s, and the backlog grew</source>
        <translation>--require-rate %1 verfehlt: %2 Bilder/s, und der Rückstand wuchs</translation>
    </message>
    <message>
        <source>--require-rate %1 missed: %2 images/s, and the run is too short to tell whether the target rate of %3 images/s can be kept</source>
        <translation>--require-rate %1 verfehlt: %2 Bilder/s, und der Lauf ist zu kurz, um zu sagen, ob sich die Zielrate von %3 Bildern/s halten lässt</translation>
    </message>
    <message>
        <source>--require-rate %1 missed: %2 images/s over %3 s, and it takes a second or longer to tell</source>
        <translation>--require-rate %1 verfehlt: %2 Bilder/s über %3 s; erst ab einer Sekunde lässt es sich sagen</translation>
    </message>
    <message>
        <source>take --batch-size 1, or export the model so that images of a batch do not mix</source>
        <translation>--batch-size 1 nehmen oder das Modell so exportieren, dass sich die Bilder eines Stapels nicht mischen</translation>
    </message>
    <message>
        <source>the program was suspended for %1 s</source>
        <translation>das Programm war %1 s lang angehalten</translation>
    </message>
    <message>
        <source>the CPUs that the run may use were changed from %1 to %2</source>
        <translation>die CPUs, die der Lauf benutzen darf, wurden von %1 auf %2 geändert</translation>
    </message>
    <message>
        <source>let the program run without a pause</source>
        <translation>das Programm ohne Pause laufen lassen</translation>
    </message>
    <message>
        <source>set them before the start, as with taskset, and leave them</source>
        <translation>sie vor dem Start festlegen, etwa mit taskset, und dabei lassen</translation>
    </message>
    <message>
        <source>--require-rate %1 cannot be met: %2</source>
        <translation>--require-rate %1 kann nicht erreicht werden: %2</translation>
    </message>
    <message>
        <source>--max-p99 %1 cannot be met: %2</source>
        <translation>--max-p99 %1 kann nicht eingehalten werden: %2</translation>
    </message>
    <message>
        <source>this process may not open as many files and connections as it needs (%1): raise the limit (ulimit -n)</source>
        <translation>dieser Prozess darf nicht so viele Dateien und Verbindungen öffnen, wie er braucht (%1): die Grenze anheben (ulimit -n)</translation>
    </message>
    <message>
        <source>the system has nothing left for another file or connection: %1</source>
        <translation>das System hat für eine weitere Datei oder Verbindung nichts mehr übrig: %1</translation>
    </message>
    <message>
        <source>another run is writing its report into %1: give another folder to --report, or wait for it</source>
        <translation>ein anderer Lauf schreibt seinen Bericht nach %1: --report einen anderen Ordner geben oder auf ihn warten</translation>
    </message>
    <message>
        <source>%1 was removed or replaced while it was being written</source>
        <translation>%1 wurde gelöscht oder ersetzt, während daran geschrieben wurde</translation>
    </message>
    <message>
        <source>whoever connects now waits until another connection has gone: %1</source>
        <translation>wer sich jetzt verbindet, wartet, bis eine andere Verbindung endet: %1</translation>
    </message>
    <message>
        <source>all %1 images waited: before the receiver was ready, for one of the %2 places for senders (--senders), or behind such</source>
        <translation>alle %1 Bilder warteten: bevor der Empfänger bereit war, auf einen der %2 Plätze für Sender (--senders) oder hinter solchen</translation>
    </message>
    <message>
        <source>send at a rate that the receiver can keep, and give --senders as many as there are</source>
        <translation>mit einer Rate senden, die der Empfänger hält, und --senders so viele nennen, wie es gibt</translation>
    </message>
    <message>
        <source>%1 images waited before the receiver was ready, or for one of the %2 places for senders (--senders): their times are left out</source>
        <translation>%1 Bilder warteten, bevor der Empfänger bereit war, oder auf einen der %2 Plätze für Sender (--senders): ihre Zeiten zählen nicht</translation>
    </message>
    <message>
        <source>let the sender finish its stream, or give it more time with --wait-timeout</source>
        <translation>den Sender seinen Strom beenden lassen oder ihm mit --wait-timeout mehr Zeit geben</translation>
    </message>
    <message>
        <source>%1 fell silent for %3 s in the middle of an image, and was closed here</source>
        <translation>%1 schwieg %3 s lang mitten in einem Bild und wurde hier geschlossen</translation>
    </message>
    <message>
        <source>%1 and %2 more fell silent for %3 s in the middle of an image, and were closed here</source>
        <translation>%1 und %2 weitere schwiegen %3 s lang mitten in einem Bild und wurden hier geschlossen</translation>
    </message>
    <message>
        <source>cannot write into the folder %1: %2</source>
        <translation>in den Ordner %1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>cannot write standard output: %1</source>
        <translation>kann die Standardausgabe nicht schreiben: %1</translation>
    </message>
    <message>
        <source>the receiver did not read the last %1 bytes or more in time</source>
        <translation>der Empfänger hat mindestens die letzten %1 Byte nicht rechtzeitig gelesen</translation>
    </message>
    <message>
        <source>see why the receiver stopped reading</source>
        <translation>nachsehen, warum der Empfänger zu lesen aufhörte</translation>
    </message>
    <message>
        <source>the receiver reset the connection after the last image: whether it read all images is not known</source>
        <translation>der Empfänger hat die Verbindung nach dem letzten Bild zurückgesetzt: Ob er alle Bilder gelesen hat, ist nicht bekannt</translation>
    </message>
    <message>
        <source>let the receiver read to the end of the stream before it closes the connection</source>
        <translation>den Empfänger bis zum Ende des Stroms lesen lassen, ehe er die Verbindung schließt</translation>
    </message>
    <message>
        <source>the receiver did not close the connection after the last image: whether it read all images cannot be known</source>
        <translation>der Empfänger hat die Verbindung nach dem letzten Bild nicht geschlossen: Ob er alle Bilder gelesen hat, lässt sich nicht wissen</translation>
    </message>
    <message>
        <source>compare with what the receiver says it received</source>
        <translation>mit dem vergleichen, was der Empfänger nach eigenen Angaben empfangen hat</translation>
    </message>
    <message>
        <source>%1 of %2 images may have waited unread, because the queue was full: the time since their intended send times is not known</source>
        <translation>%1 von %2 Bildern können ungelesen gewartet haben, weil die Warteschlange voll war: die Latenz ab geplanter Sendezeit ist nicht bekannt</translation>
    </message>
    <message>
        <source>the card of %1 tells of %2 images, the test set has %3</source>
        <translation>die Karte von %1 nennt %2 Bilder, die Testmenge hat %3</translation>
    </message>
    <message>
        <source>the card of %1 says %2 of %3 correct, its own predictions say %4</source>
        <translation>die Karte von %1 nennt %2 von %3 richtig, ihre eigenen Vorhersagen ergeben %4</translation>
    </message>
    <message>
        <source>%1: %2 of %3 runs were stopped before their end.</source>
        <translation>%1: %2 von %3 Läufen wurden vor ihrem Ende abgebrochen.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 runs timed out.</source>
        <translation>%1: bei %2 von %3 Läufen ist die Wartezeit abgelaufen.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 runs failed.</source>
        <translation>%1: %2 von %3 Läufen sind fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1: each run counts once; copies of a run left out: %2.</source>
        <translation>%1: jeder Lauf zählt einmal; weggelassene Kopien eines Laufs: %2.</translation>
    </message>
    <message>
        <source>%1: images.csv is not used for %2 of %3 runs: it has a different number of classified images than summary.csv.</source>
        <translation>%1: images.csv wird für %2 von %3 Läufen nicht verwendet: die Zahl der klassifizierten Bilder ist eine andere als in summary.csv.</translation>
    </message>
    <message>
        <source>Accuracy is that of the %1 distinct images that both sides classified, of %2 and %3.</source>
        <translation>Die Genauigkeit ist die der %1 verschiedenen Bilder, die beide Seiten klassifiziert haben, von %2 und %3.</translation>
    </message>
    <message>
        <source>%1 and %2 have runs in common (%3): a run is not compared with itself</source>
        <translation>%1 und %2 haben gemeinsame Läufe (%3): ein Lauf wird nicht mit sich selbst verglichen</translation>
    </message>
    <message>
        <source>the target rates differ, and a rate that was kept tells what was asked for, not what the machine can do</source>
        <translation>die Zielraten sind verschieden, und eine eingehaltene Rate sagt, was verlangt war, nicht, was der Rechner kann</translation>
    </message>
    <message>
        <source>both sides kept the same target rate, which tells what was asked for, not what the machine can do</source>
        <translation>beide Seiten hielten dieselbe Zielrate ein; sie sagt, was verlangt war, nicht, was der Rechner kann</translation>
    </message>
    <message>
        <source>each search chose the load of its last confirming run itself</source>
        <translation>jede Suche hat die Last ihres letzten bestätigenden Laufs selbst gewählt</translation>
    </message>
    <message>
        <source>images/s with p99 within %1 ms</source>
        <translation>Bilder/s mit p99 innerhalb von %1 ms</translation>
    </message>
    <message>
        <source>cameras of %1 images/s with p99 within %2 ms</source>
        <translation>Kameras mit je %1 Bildern/s mit p99 innerhalb von %2 ms</translation>
    </message>
    <message>
        <source>the goals of the searches differ: %1; %2</source>
        <translation>die Ziele der Suchen sind verschieden: %1; %2</translation>
    </message>
    <message>
        <source>not every search found a load that holds: %1; %2</source>
        <translation>nicht jede Suche hat eine Last gefunden, die hält: %1; %2</translation>
    </message>
    <message>
        <source>A search is up to %1 % off: more or fewer is shown where one side holds over %1 % more than what the other does not hold.</source>
        <translation>Eine Suche liegt bis zu %1 % daneben: Mehr oder weniger gilt als gezeigt, wo eine Seite über %1 % mehr hält als das, was die andere nicht hält.</translation>
    </message>
    <message>
        <source>%1 has runs of several combinations or labels, which are not repeats of one setting: name one of them, as in %2</source>
        <translation>%1 enthält Läufe mehrerer Kombinationen oder Bezeichnungen, die keine Wiederholungen einer Einstellung sind: eine davon nennen, etwa %2</translation>
    </message>
    <message>
        <source>latency was not judged in every run</source>
        <translation>die Latenz wurde nicht in jedem Lauf beurteilt</translation>
    </message>
    <message>
        <source>latency does not start at the same moment in every run, the intended send time or the arrival (latency_origin)</source>
        <translation>die Latenz zählt nicht in jedem Lauf ab demselben Zeitpunkt, der geplanten Sendezeit oder der Ankunft (latency_origin)</translation>
    </message>
    <message>
        <source>the models differ</source>
        <translation>die Modelle sind verschieden</translation>
    </message>
    <message>
        <source>it needs the answers to each image, in images.csv of both sides</source>
        <translation>dafür braucht es die Antworten auf jedes Bild, in images.csv beider Seiten</translation>
    </message>
    <message>
        <source>the images differ: %1 distinct images are in both sides, of %2 and %3</source>
        <translation>die Bilder sind verschieden: %1 verschiedene Bilder sind in beiden Seiten, von %2 und %3</translation>
    </message>
    <message>
        <source>it needs %1 distinct images that both sides classified, and has %2</source>
        <translation>dafür braucht es %1 verschiedene Bilder, die beide Seiten klassifiziert haben, es sind %2</translation>
    </message>
    <message>
        <source>origin of latency</source>
        <translation>Beginn der Latenz</translation>
    </message>
    <message>
        <source>--min-accuracy %1 cannot be met, for accuracy is INVALID: %2</source>
        <translation>--min-accuracy %1 kann nicht erreicht werden, denn die Genauigkeit ist INVALID: %2</translation>
    </message>
    <message>
        <source>--min-accuracy %1 missed: it takes 100 distinct images, there were %2</source>
        <translation>--min-accuracy %1 verfehlt: die Genauigkeit braucht 100 verschiedene Bilder, es waren %2</translation>
    </message>
    <message>
        <source>--require-rate %1 missed: %2 images/s, for only %3 images/s were offered</source>
        <translation>--require-rate %1 verfehlt: %2 Bilder/s, denn angeboten wurden nur %3 Bilder/s</translation>
    </message>
    <message>
        <source>%1 %2 cannot be met: %3</source>
        <translation>%1 %2 kann nicht erreicht werden: %3</translation>
    </message>
    <message>
        <source>the user stopped the run</source>
        <translation>der Benutzer hat den Lauf angehalten</translation>
    </message>
    <message>
        <source>--max-p99 %1 cannot be met, for images may have arrived unseen: %2</source>
        <translation>--max-p99 %1 kann nicht eingehalten werden, denn Bilder können unbemerkt angekommen sein: %2</translation>
    </message>
    <message>
        <source>cannot copy %1: %2</source>
        <translation>%1 kann nicht kopiert werden: %2</translation>
    </message>
    <message>
        <source>the run in %1 is kept already</source>
        <translation>der Lauf in %1 ist schon aufbewahrt</translation>
    </message>
    <message>
        <source>the run in %1 takes more than the %2 MB of all kept runs</source>
        <translation>der Lauf in %1 braucht mehr als die %2 MB aller aufbewahrten Läufe</translation>
    </message>
    <message>
        <source>all images are sent; waiting until the receiver has read them</source>
        <translation>alle Bilder sind gesendet; es wird gewartet, bis der Empfänger sie gelesen hat</translation>
    </message>
    <message>
        <source>%1: larger than any data sheet</source>
        <translation>%1: größer als jedes Datenblatt</translation>
    </message>
    <message>
        <source>%1: not a data sheet with a report in it</source>
        <translation>%1: kein Datenblatt, in dem ein Bericht steht</translation>
    </message>
    <message>
        <source>%1: a data sheet has one report, and this file has several</source>
        <translation>%1: ein Datenblatt enthält einen Bericht, diese Datei mehrere</translation>
    </message>
    <message>
        <source>is needed: how long images may take</source>
        <translation>wird gebraucht: wie lange Bilder dauern dürfen</translation>
    </message>
    <message>
        <source>takes a number from %1 to %2, got &quot;%3&quot;</source>
        <translation>erwartet eine Zahl von %1 bis %2, nicht „%3“</translation>
    </message>
    <message>
        <source>No load holds: the model is not accurate enough%1</source>
        <translation>Keine Last hält: Das Modell ist nicht genau genug%1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped: serves so far %1 with p99 within %2 ms%3</source>
        <translation>Angehalten: bedient bisher %1 mit p99 innerhalb von %2 ms%3</translation>
    </message>
    <message>
        <source>Stopped: holds so far %1 with p99 within %2 ms%3</source>
        <translation>Angehalten: hält bisher %1 mit p99 innerhalb von %2 ms%3</translation>
    </message>
    <message>
        <source>%1, and what lies between is not known</source>
        <translation>%1, und was dazwischen liegt, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1; the sender could not offer more</source>
        <translation>%1; mehr konnte der Sender nicht anbieten</translation>
    </message>
    <message>
        <source>Serves %1 with p99 within %2 ms%3</source>
        <translation>Bedient %1 mit p99 innerhalb von %2 ms%3</translation>
    </message>
    <message>
        <source>Holds %1 with p99 within %2 ms%3</source>
        <translation>Hält %1 mit p99 innerhalb von %2 ms%3</translation>
    </message>
    <message>
        <source>Serves no camera of %1 images/second with p99 within %2 ms%3</source>
        <translation>Bedient keine Kamera mit %1 Bildern/Sekunde mit p99 innerhalb von %2 ms%3</translation>
    </message>
    <message>
        <source>Holds not even 1 image/second with p99 within %1 ms%2</source>
        <translation>Hält nicht einmal 1 Bild/Sekunde mit p99 innerhalb von %1 ms%2</translation>
    </message>
    <message>
        <source>Serves at least %1 with p99 within %2 ms%3</source>
        <translation>Bedient mindestens %1 mit p99 innerhalb von %2 ms%3</translation>
    </message>
    <message>
        <source>Holds at least %1 with p99 within %2 ms%3</source>
        <translation>Hält mindestens %1 mit p99 innerhalb von %2 ms%3</translation>
    </message>
    <message>
        <source>%1 images/second</source>
        <translation>%1 Bilder/Sekunde</translation>
    </message>
    <message>
        <source>%1 camera of %2 images/second</source>
        <translation>%1 Kamera mit %2 Bildern/Sekunde</translation>
    </message>
    <message>
        <source>%1 cameras of %2 images/second</source>
        <translation>%1 Kameras mit je %2 Bildern/Sekunde</translation>
    </message>
    <message>
        <source> (%1 do not)</source>
        <translation> (%1 nicht)</translation>
    </message>
    <message>
        <source> (%1 does not)</source>
        <translation> (%1 nicht)</translation>
    </message>
    <message>
        <source>, with %1 % correct</source>
        <translation>, mit %1 % richtig</translation>
    </message>
    <message>
        <source>: %1 has a p99 of %2 ms</source>
        <translation>: %1 hat ein p99 von %2 ms</translation>
    </message>
    <message>
        <source>You asked for %1: at least %2 % to spare</source>
        <translation>Gewünscht: %1; mindestens %2 % übrig</translation>
    </message>
    <message>
        <source>You asked for %1: %2 % to spare</source>
        <translation>Gewünscht: %1; %2 % übrig</translation>
    </message>
    <message>
        <source>You asked for %1: more than this machine serves</source>
        <translation>Gewünscht: %1; mehr, als dieser Rechner bedient</translation>
    </message>
    <message>
        <source>not the test set: %1 pixels where 3200 × 800 are due</source>
        <translation>nicht die Testmenge: %1 Pixel statt 3200 × 800</translation>
    </message>
    <message>
        <source>stopped before the first run</source>
        <translation>vor dem ersten Lauf angehalten</translation>
    </message>
    <message>
        <source>no combination can be run: %1</source>
        <translation>keine Kombination lässt sich ausführen: %1</translation>
    </message>
    <message>
        <source>is needed: what to try, in one of the lists</source>
        <translation>wird gebraucht: was probiert werden soll, in einer der Listen</translation>
    </message>
    <message>
        <source>model card %1 is left out: a card in %2 has its name, %3</source>
        <translation>Die Modellkarte %1 bleibt außer Acht: Eine Karte in %2 trägt schon ihren Namen, %3</translation>
    </message>
    <message>
        <source>measured in part: engine %1</source>
        <translation>zum Teil gemessen: Engine %1</translation>
    </message>
    <message>
        <source>%1: %2 images are correct, but %3 in %4</source>
        <translation>%1: %2 Bilder sind richtig, in %4 aber %3</translation>
    </message>
    <message>
        <source>%1: %2 is %3, which no run can have</source>
        <translation>%1: %2 ist %3; das kann in keinem Lauf sein</translation>
    </message>
    <message>
        <source>%1: images_per_s is %2, outside its own interval, %3 to %4</source>
        <translation>%1: images_per_s ist %2 und liegt außerhalb des eigenen Intervalls, %3 bis %4</translation>
    </message>
    <message>
        <source>the sender set the rate, and the receiver was not the limit: it tells what was sent, not what the machine can do</source>
        <translation>der Sender gab die Rate vor, und der Empfänger war nicht die Grenze: sie sagt, was gesendet wurde, nicht, was der Rechner kann</translation>
    </message>
    <message>
        <source>the target rates differ: latencies are compared at the same rate only</source>
        <translation>die Zielraten sind verschieden: Latenzen werden nur bei gleicher Rate verglichen</translation>
    </message>
    <message>
        <source>the rates of a camera differ: latencies are compared at the same rates only</source>
        <translation>die Raten je Kamera sind verschieden: Latenzen werden nur bei gleichen Raten verglichen</translation>
    </message>
    <message>
        <source>the senders&apos; rates differ: latencies are compared at the same rate only</source>
        <translation>die Raten der Sender sind verschieden: Latenzen werden nur bei gleicher Rate verglichen</translation>
    </message>
    <message>
        <source>not every run tells it</source>
        <translation>nicht jeder Lauf nennt diesen Wert</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>the search ended the run, for it had seen enough</source>
        <translation>Die Suche hat den Lauf beendet, denn sie hatte genug gesehen</translation>
    </message>
    <message>
        <source>%1 is not whole: it has %2 of the %3 rows that report.json tells of</source>
        <translation>%1 ist nicht vollständig: von den %3 Zeilen, die report.json nennt, sind %2 da</translation>
    </message>
    <message>
        <source>there is no report.json in %1: it is no report folder, or its study was not finished</source>
        <translation>in %1 gibt es kein report.json: es ist kein Berichtsordner, oder die Studie wurde nicht beendet</translation>
    </message>
    <message>
        <source>%1; did you mean %2?</source>
        <translation>%1; war %2 gemeint?</translation>
    </message>
    <message>
        <source>--modelPath takes one of %1 or the path of a file; there is no model or file &quot;%2&quot;</source>
        <translation>--modelPath erwartet eines von %1 oder den Pfad einer Datei; ein Modell oder eine Datei „%2“ gibt es nicht</translation>
    </message>
    <message>
        <source>%1; take --engine %2</source>
        <translation>%1; mit --engine %2 geht es</translation>
    </message>
    <message>
        <source>%1; engine %2, which may, is not available: %3</source>
        <translation>%1; die Engine %2, die es vielleicht kann, ist nicht verfügbar: %3</translation>
    </message>
    <message>
        <source>%1, which is not available: %2</source>
        <translation>%1, das nicht verfügbar ist: %2</translation>
    </message>
    <message>
        <source>--%1 %2</source>
        <translation>--%1 %2</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>ist dasselbe wie %1</translation>
    </message>
    <message>
        <source>--sweep takes up to %1 combinations; these values have more</source>
        <translation>--sweep nimmt höchstens %1 Kombinationen; diese Werte ergeben mehr</translation>
    </message>
    <message>
        <source>model %1 does not run: %2; --engine auto takes an engine that runs it, where there is one</source>
        <translation>Modell %1 läuft nicht: %2; --engine auto nimmt eine Engine, auf der es läuft, wenn es eine gibt</translation>
    </message>
    <message>
        <source>In %1 of %2 runs, as in run %3: %4</source>
        <translation>In %1 von %2 Läufen, etwa in Lauf %3: %4</translation>
    </message>
    <message>
        <source>the report does not name the machine that it was measured on</source>
        <translation>der Bericht nennt den Rechner nicht, auf dem gemessen wurde</translation>
    </message>
    <message>
        <source>it was measured on a machine unlike this one (%1: %2; here: %3)</source>
        <translation>gemessen wurde auf einem Rechner, der von diesem abweicht (%1: %2; hier: %3)</translation>
    </message>
    <message>
        <source>it was measured by iotbench %1, this is %2</source>
        <translation>gemessen wurde mit iotbench %1, dies ist %2</translation>
    </message>
    <message>
        <source>its runs were judged by rules of version %1, this program has version %2</source>
        <translation>ihre Läufe wurden nach Regeln der Version %1 beurteilt, dieses Programm hat Version %2</translation>
    </message>
    <message>
        <source>it was measured with %1 %2; the version here is %3</source>
        <translation>gemessen wurde mit %1 %2; hier ist es Version %3</translation>
    </message>
    <message>
        <source>its model %1 is no longer there</source>
        <translation>ihr Modell %1 gibt es nicht mehr</translation>
    </message>
    <message>
        <source>its images %1 are no longer there</source>
        <translation>ihre Bilder %1 gibt es nicht mehr</translation>
    </message>
    <message>
        <source>its settings cannot be used again: %1</source>
        <translation>ihre Einstellungen lassen sich nicht wieder verwenden: %1</translation>
    </message>
    <message>
        <source>there is no probe of it that came to its end</source>
        <translation>keine ihrer Proben kam an ihr Ende</translation>
    </message>
    <message>
        <source>its probes are not whole: one does not follow from those before it</source>
        <translation>ihre Proben sind nicht vollständig: eine folgt nicht aus denen davor</translation>
    </message>
    <message>
        <source>model %1 is another file than the one that the search measured</source>
        <translation>Modell %1 ist eine andere Datei als die, die in der Suche gemessen wurde</translation>
    </message>
    <message>
        <source>%1 is not available: %2</source>
        <translation>%1 ist nicht verfügbar: %2</translation>
    </message>
    <message>
        <source>%1 is not supported by any engine here</source>
        <translation>%1 wird hier von keiner Engine angeboten</translation>
    </message>
    <message>
        <source>%1 is not supported by --engine %2, only %3</source>
        <translation>%1 wird von --engine %2 nicht angeboten, nur %3</translation>
    </message>
    <message>
        <source>takes one of %1 here with --engine %2, got &quot;%3&quot;</source>
        <translation>erwartet hier mit --engine %2 eines von %1, nicht „%3“</translation>
    </message>
    <message>
        <source>No answer with p99 within %1 ms: other programs interfered too much</source>
        <translation>Keine Antwort mit p99 innerhalb von %1 ms: Andere Programme haben zu sehr gestört</translation>
    </message>
    <message>
        <source>%1 is a sweep: its combinations are not repeats of one setting. Open it, put one into Set up with &quot;Use these settings&quot;, and compare the run that comes of it</source>
        <translation>%1 ist eine Messreihe: Ihre Kombinationen sind keine Wiederholungen einer Einstellung. Nach dem Öffnen lässt sich eine mit „Diese Einstellungen verwenden“ übernehmen und der Lauf, der damit gemacht wird, vergleichen</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot;: its weights could be those of &quot;%2&quot; or of &quot;%3&quot;</source>
        <translation>Schicht „%1“: Ihre Gewichte könnten die von „%2“ oder von „%3“ sein</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot; (%2): %3; to run it, export the model to ONNX: %4</source>
        <translation>Schicht „%1“ (%2): %3; um es auszuführen, das Modell als ONNX ausgeben: %4</translation>
    </message>
    <message>
        <source>two of its layers are called &quot;%1&quot;</source>
        <translation>zwei seiner Schichten heißen „%1“</translation>
    </message>
    <message>
        <source>its operator %1 repeats a graph within its graph: export it without</source>
        <translation>sein Operator %1 wiederholt einen Graphen in seinem Graphen: ohne ihn ausgeben</translation>
    </message>
    <message>
        <source>its operator %1 has &quot;%2&quot; twice</source>
        <translation>sein Operator %1 hat „%2“ zweimal</translation>
    </message>
    <message>
        <source>it has functions of its own, &quot;%1&quot; among them: write them out with onnx.inliner.inline_local_functions()</source>
        <translation>es hat eigene Funktionen, darunter „%1“: mit onnx.inliner.inline_local_functions() ausschreiben</translation>
    </message>
    <message>
        <source>it has %1 operators; engines take too long for over %2</source>
        <translation>es hat %1 Operatoren; für über %2 brauchen Engines zu lange</translation>
    </message>
    <message>
        <source>its tensors have over %1 values for one image</source>
        <translation>seine Tensoren haben über %1 Werte für ein Bild</translation>
    </message>
    <message>
        <source>its tensors have over %1 values for one image, &quot;%2&quot; among them</source>
        <translation>seine Tensoren haben über %1 Werte für ein Bild, darunter „%2“</translation>
    </message>
    <message>
        <source>constants that are not one a channel</source>
        <translation>Konstanten, die nicht je Kanal eine sind</translation>
    </message>
    <message>
        <source>broadcast, in an operator set before 7</source>
        <translation>broadcast, in einem Operatorensatz vor 7</translation>
    </message>
    <message>
        <source>of two tensors</source>
        <translation>von zwei Tensoren</translation>
    </message>
    <message>
        <source>axes counted from the end</source>
        <translation>vom Ende gezählte Achsen</translation>
    </message>
    <message>
        <source>of some axes</source>
        <translation>von einigen Achsen</translation>
    </message>
    <message>
        <source>an even size</source>
        <translation>eine gerade Größe</translation>
    </message>
    <message>
        <source>lift the quota of %1 CPUs</source>
        <translation>die Quote von %1 CPUs anheben</translation>
    </message>
    <message>
        <source>close other programs, or send at a lower rate</source>
        <translation>andere Programme schließen oder mit kleinerer Rate senden</translation>
    </message>
    <message>
        <source>let the sender run in real time (ulimit -r 1, as root or where limits.conf has rtprio), or close other programs</source>
        <translation>den Sender in Echtzeit laufen lassen (ulimit -r 1, als root oder wo limits.conf rtprio hat) oder andere Programme schließen</translation>
    </message>
    <message>
        <source>%1: line %2 has %3 values for %4 columns</source>
        <translation>%1: Zeile %2 hat %3 Werte für %4 Spalten</translation>
    </message>
    <message>
        <source>%1 has the %2 of a single run and the %3 of a study: move those of one to a folder of its own</source>
        <translation>%1 hat %2 eines einzelnen Laufs und %3 einer Studie: die Dateien von einem davon in einen eigenen Ordner legen</translation>
    </message>
    <message>
        <source>%1: images_per_s is %2, but %3 is %4 and elapsed_s is %5</source>
        <translation>%1: images_per_s ist %2, aber %3 ist %4 und elapsed_s ist %5</translation>
    </message>
    <message>
        <source>%1: %2 is &quot;%3&quot;, but &quot;%4&quot; in %5</source>
        <translation>%1: %2 ist „%3“, aber „%4“ in %5</translation>
    </message>
    <message>
        <source>the folder %1 holds a study: give another one to %2</source>
        <translation>der Ordner %1 enthält eine Studie: %2 einen anderen geben</translation>
    </message>
    <message>
        <source>No answer with p99 within %1 ms: no load held twice in %2 probes</source>
        <translation>Keine Antwort mit p99 innerhalb von %1 ms: Keine Last hielt in %2 Proben zweimal</translation>
    </message>
    <message>
        <source>start the receiver first, and give --senders as many as there are</source>
        <translation>Den Empfänger zuerst starten und mit --senders so viele zulassen, wie es gibt</translation>
    </message>
    <message>
        <source>start the receiver first</source>
        <translation>Den Empfänger zuerst starten</translation>
    </message>
    <message>
        <source>--require-rate %1 missed: %2 images/s once the receiver had caught up</source>
        <translation>--require-rate %1 verfehlt: %2 Bilder/s, nachdem der Empfänger aufgeholt hatte</translation>
    </message>
    <message>
        <source>images had piled up before the receiver was ready: once it had caught up, the rate was %1 images/s</source>
        <translation>Bilder hatten sich angesammelt, bevor der Empfänger bereit war: Als er aufgeholt hatte, war die Rate %1 Bilder/s</translation>
    </message>
    <message>
        <source>its function &quot;%1&quot; is written in a way that this program&apos;s ONNX library does not know: write it out with onnx.inliner.inline_local_functions()</source>
        <translation>seine Funktion „%1“ ist in einer Form geschrieben, die die ONNX-Bibliothek dieses Programms nicht kennt: mit onnx.inliner.inline_local_functions() ausschreiben</translation>
    </message>
    <message>
        <source>it has two functions &quot;%1&quot;</source>
        <translation>es hat zwei Funktionen „%1“</translation>
    </message>
    <message>
        <source>its functions make it too large for engines when they are written out</source>
        <translation>ausgeschrieben machen seine Funktionen es für Engines zu groß</translation>
    </message>
    <message>
        <source>its functions and graphs are nested more than %1 deep</source>
        <translation>seine Funktionen und Graphen sind mehr als %1-fach verschachtelt</translation>
    </message>
    <message>
        <source>takes a list such as %1 or %2, of %3 values at most, got &quot;%4&quot;</source>
        <translation>erwartet eine Liste wie %1 oder %2, mit höchstens %3 Werten, nicht „%4“</translation>
    </message>
    <message>
        <source>%1: the run is %2.</source>
        <translation>%1: Der Lauf ist %2.</translation>
    </message>
    <message>
        <source>its operator %1 gives other values every time: export it for inference</source>
        <translation>sein Operator %1 ergibt jedes Mal andere Werte: für die Inferenz exportieren</translation>
    </message>
    <message>
        <source>its operator %1 keeps values from image to image: export it without</source>
        <translation>sein Operator %1 behält Werte von Bild zu Bild: ohne ihn exportieren</translation>
    </message>
    <message>
        <source>its input is of %1, which images are not: export it with f32 or u8</source>
        <translation>seine Eingabe ist vom Typ %1, was Bilder nicht sind: mit f32 oder u8 exportieren</translation>
    </message>
    <message>
        <source>it has a tag or text of over 64 kB</source>
        <translation>es hat ein Tag oder einen Text von mehr als 64 kB</translation>
    </message>
    <message>
        <source>its function &quot;%1&quot; has the name of an operator: rename it</source>
        <translation>seine Funktion „%1“ heißt wie ein Operator: umbenennen</translation>
    </message>
    <message>
        <source>its function &quot;%1&quot; is written in operator set %2, the model in %3: export both in one</source>
        <translation>seine Funktion „%1“ ist für den Operatorensatz %2 geschrieben, das Modell für %3: beide für denselben exportieren</translation>
    </message>
    <message>
        <source>it is a zip archive, but not a Keras model (no %1); a PyTorch file has to be exported as ONNX</source>
        <translation>ist ein Zip-Archiv, aber kein Keras-Modell (%1 fehlt); eine PyTorch-Datei muss als ONNX exportiert werden</translation>
    </message>
    <message>
        <source>is a web page, not the model that it links to</source>
        <translation>ist eine Webseite, nicht das Modell, auf das sie verweist</translation>
    </message>
    <message>
        <source>is a Git LFS pointer, not the file that it stands for: fetch that with git lfs pull</source>
        <translation>ist ein Git-LFS-Zeiger, nicht die Datei, für die er steht: diese mit git lfs pull holen</translation>
    </message>
    <message>
        <source>is a TensorFlow Lite model, which no engine here reads: export it as ONNX</source>
        <translation>ist ein TensorFlow-Lite-Modell, das hier keine Engine liest: als ONNX exportieren</translation>
    </message>
    <message>
        <source>the images of a batch mix in model %1: it answers %2 of %3 otherwise in batches of %4 than alone; --batch-size 1 runs it as it is, and an export for batches of any size runs faster</source>
        <translation>im Modell %1 vermischen sich die Bilder eines Stapels: Es beantwortet %2 von %3 in Stapeln von %4 anders als allein; mit --batch-size 1 läuft es, wie es ist, für Stapel beliebiger Größe exportiert läuft es schneller</translation>
    </message>
    <message>
        <source>the model: %1</source>
        <translation>das Modell: %1</translation>
    </message>
    <message>
        <source>it is in OpenVINO&apos;s format, which engine %1 does not read; engines that do: openvino</source>
        <translation>es hat das Format von OpenVINO, das die Engine %1 nicht liest; Engines, die es lesen: openvino</translation>
    </message>
    <message>
        <source>Measured on different machines: %1 and %2.</source>
        <translation>Auf verschiedenen Rechnern gemessen: %1 und %2.</translation>
    </message>
    <message>
        <source>Measured by different versions of this program: %1 and %2.</source>
        <translation>Mit verschiedenen Versionen dieses Programms gemessen: %1 und %2.</translation>
    </message>
    <message>
        <source>%1 was measured by a debug build, whose speed means nothing.</source>
        <translation>%1 wurde mit einem Debug-Build gemessen, dessen Geschwindigkeit nichts besagt.</translation>
    </message>
    <message>
        <source>%1 runs of each side show differences from about %2 % on: smaller ones take more repeats.</source>
        <translation>%1 Läufe je Seite zeigen Unterschiede ab etwa %2 %: kleinere brauchen mehr Wiederholungen.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>These runs count; without them nothing is left to compare.</source>
        <translation>Diese Läufe zählen; ohne sie bleibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>These runs count; without them the verdict is the same: %1</source>
        <translation>Diese Läufe zählen; ohne sie ist das Urteil dasselbe: %1</translation>
    </message>
    <message>
        <source>These runs count; without them the verdict is another: %1</source>
        <translation>Diese Läufe zählen; ohne sie ist das Urteil ein anderes: %1</translation>
    </message>
    <message>
        <source>cameras held</source>
        <translation>gehaltene Kameras</translation>
    </message>
    <message>
        <source>%1 holds %2 times as many cameras as %3</source>
        <translation>%1 hält %2-mal so viele Kameras wie %3</translation>
    </message>
    <message>
        <source>%1 holds %2 % more cameras than %3</source>
        <translation>%1 hält %2 % mehr Kameras als %3</translation>
    </message>
    <message>
        <source>%1 holds %2 % fewer cameras than %3</source>
        <translation>%1 hält %2 % weniger Kameras als %3</translation>
    </message>
    <message>
        <source>images/s held</source>
        <translation>gehaltene Bilder/s</translation>
    </message>
    <message>
        <source>%1 holds %2 times as many images/s as %3</source>
        <translation>%1 hält %2-mal so viele Bilder/s wie %3</translation>
    </message>
    <message>
        <source>%1 holds %2 % more images/s than %3</source>
        <translation>%1 hält %2 % mehr Bilder/s als %3</translation>
    </message>
    <message>
        <source>%1 holds %2 % fewer images/s than %3</source>
        <translation>%1 hält %2 % weniger Bilder/s als %3</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>%1 is %2 times as fast as %3 (%4 to %5)</source>
        <translation>%1 ist %2-mal so schnell wie %3 (%4 bis %5)</translation>
    </message>
    <message>
        <source>%1 is %2 % faster than %3 (%4 to %5 %)</source>
        <translation>%1 ist %2 % schneller als %3 (%4 bis %5 %)</translation>
    </message>
    <message>
        <source>%1 is %2 % slower than %3 (%4 to %5 %)</source>
        <translation>%1 ist %2 % langsamer als %3 (%4 bis %5 %)</translation>
    </message>
    <message>
        <source>p50 latency</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>p50 latency is %2 times as long (%4 to %5)</source>
        <translation>die Latenz p50 ist %2-mal so lang (%4 bis %5)</translation>
    </message>
    <message>
        <source>p50 latency is %2 % longer (%4 to %5 %)</source>
        <translation>die Latenz p50 ist %2 % länger (%4 bis %5 %)</translation>
    </message>
    <message>
        <source>p50 latency is %2 % shorter (%4 to %5 %)</source>
        <translation>die Latenz p50 ist %2 % kürzer (%4 bis %5 %)</translation>
    </message>
    <message>
        <source>p99 latency</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>p99 latency is %2 times as long (%4 to %5)</source>
        <translation>die Latenz p99 ist %2-mal so lang (%4 bis %5)</translation>
    </message>
    <message>
        <source>p99 latency is %2 % longer (%4 to %5 %)</source>
        <translation>die Latenz p99 ist %2 % länger (%4 bis %5 %)</translation>
    </message>
    <message>
        <source>p99 latency is %2 % shorter (%4 to %5 %)</source>
        <translation>die Latenz p99 ist %2 % kürzer (%4 bis %5 %)</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>accuracy is %2 points higher (%4 to %5)</source>
        <translation>die Genauigkeit ist %2 Punkte höher (%4 bis %5)</translation>
    </message>
    <message>
        <source>accuracy is %2 points lower (%4 to %5)</source>
        <translation>die Genauigkeit ist %2 Punkte niedriger (%4 bis %5)</translation>
    </message>
    <message>
        <source>CPU time an image</source>
        <translation>CPU-Zeit je Bild</translation>
    </message>
    <message>
        <source>CPU time an image is %2 times as long (%4 to %5)</source>
        <translation>die CPU-Zeit je Bild ist %2-mal so lang (%4 bis %5)</translation>
    </message>
    <message>
        <source>CPU time an image is %2 % longer (%4 to %5 %)</source>
        <translation>die CPU-Zeit je Bild ist %2 % länger (%4 bis %5 %)</translation>
    </message>
    <message>
        <source>CPU time an image is %2 % shorter (%4 to %5 %)</source>
        <translation>die CPU-Zeit je Bild ist %2 % kürzer (%4 bis %5 %)</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>%1: not comparable</source>
        <translation>%1: nicht vergleichbar</translation>
    </message>
    <message>
        <source>%1: no difference shown (%2 to %3 points)</source>
        <translation>%1: kein Unterschied gezeigt (%2 bis %3 Punkte)</translation>
    </message>
    <message>
        <source>%1: no difference shown (%2 to %3 %)</source>
        <translation>%1: kein Unterschied gezeigt (%2 bis %3 %)</translation>
    </message>
    <message>
        <source>%1: no difference shown</source>
        <translation>%1: kein Unterschied gezeigt</translation>
    </message>
    <message>
        <source>%1 against %2: nothing can be compared.</source>
        <translation>%1 gegenüber %2: nichts lässt sich vergleichen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 against %2: %3.</source>
        <translation>%1 gegenüber %2: %3.</translation>
    </message>
    <message>
        <source>run %1: %2</source>
        <translation>Lauf %1: %2</translation>
    </message>
    <message>
        <source>Interference in %1 of %2 runs of %3: %4; …</source>
        <translation>Störung in %1 von %2 Läufen von %3: %4; …</translation>
    </message>
    <message>
        <source>Interference in %1 of %2 runs of %3: %4.</source>
        <translation>Störung in %1 von %2 Läufen von %3: %4.</translation>
    </message>
    <message>
        <source>%1: truncated in the middle of a record, after %2 complete records</source>
        <translation>%1: brach mitten in einem Datensatz ab, nach %2 vollständigen</translation>
    </message>
    <message>
        <source>%1: nothing more came in the middle of a record for too long, closed after %2 complete records</source>
        <translation>%1: mitten in einem Datensatz kam zu lange nichts mehr, nach %2 vollständigen geschlossen</translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message>
        <source>pixel mean subtracted</source>
        <translation>Pixelmittel abgezogen</translation>
    </message>
    <message>
        <source>input 0 to 255</source>
        <translation>Eingabe 0 bis 255</translation>
    </message>
    <message>
        <source>input 0 to 1</source>
        <translation>Eingabe 0 bis 1</translation>
    </message>
    <message>
        <source>%1 % of the test images</source>
        <translation>%1 % der Testbilder</translation>
    </message>
    <message>
        <source>%1 M multiply-adds</source>
        <translation>%1 Mio. Multiplikationen</translation>
    </message>
    <message>
        <source>no card: its accuracy and input are not known</source>
        <translation>keine Karte: Genauigkeit und Eingabe sind nicht bekannt</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>is %1</source>
        <translation>ist %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 wrong: predicted %2, %3, with %4</source>
        <translation>%1 falsch: vorhergesagt %2, %3, mit %4</translation>
    </message>
    <message>
        <source>%1 correct: %2, with %3</source>
        <translation>%1 richtig: %2, mit %3</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>in any of the four formats</source>
        <translation>in einem der vier Formate</translation>
    </message>
    <message>
        <source>as text (%1)</source>
        <translation>als Text (%1)</translation>
    </message>
    <message>
        <source>as binary records (%1)</source>
        <translation>als Binärsätze (%1)</translation>
    </message>
    <message>
        <source>test images</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>images of your own</source>
        <translation>eigene Bilder</translation>
    </message>
    <message>
        <source>%1 leave as fast as they are taken</source>
        <translation>%1 werden, so schnell es geht,</translation>
    </message>
    <message>
        <source>%1 leave at %2 a second</source>
        <translation>%1 werden mit %2 in der Sekunde</translation>
    </message>
    <message>
        <source> It takes %1.</source>
        <translation> Das dauert %1.</translation>
    </message>
    <message>
        <source> It takes about %1.</source>
        <translation> Das dauert etwa %1.</translation>
    </message>
    <message>
        <source> How long it takes shows what this machine can do.</source>
        <translation> Wie lange es dauert, zeigt, was dieser Rechner kann.</translation>
    </message>
    <message>
        <source> in %1 streams</source>
        <translation> in %1 Strömen</translation>
    </message>
    <message>
        <source>one worker</source>
        <translation>einem Arbeiter</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Arbeitern</translation>
    </message>
    <message>
        <source>decoded on %1 and not classified, to measure this program itself</source>
        <translation>auf %1 dekodiert und nicht klassifiziert, um dieses Programm selbst zu messen</translation>
    </message>
    <message>
        <source>classified by %1 with %2 on %3, and compared with their labels</source>
        <translation>von %1 mit %2 auf %3 klassifiziert und mit ihrer Beschriftung verglichen</translation>
    </message>
    <message>
        <source>over a local TCP connection</source>
        <translation>über eine lokale TCP-Verbindung gesendet</translation>
    </message>
    <message>
        <source>through memory</source>
        <translation>durch den Speicher gesendet</translation>
    </message>
    <message>
        <source>%1 %2%3 %4, are read back, %5.</source>
        <translation>%1 %2%3 %4, wieder gelesen, %5.</translation>
    </message>
    <message>
        <source> A rate that this machine cannot keep is reported as saturated.</source>
        <translation> Eine Rate, die dieser Rechner nicht hält, wird als überlastet gemeldet.</translation>
    </message>
    <message>
        <source>Waits for a sender on %1; its images, %2, are %3.</source>
        <translation>Wartet an %1 auf einen Sender; dessen Bilder, %2, werden %3.</translation>
    </message>
    <message>
        <source>Connects to the sender at %1; its images, %2, are %3.</source>
        <translation>Verbindet sich mit dem Sender auf %1; dessen Bilder, %2, werden %3.</translation>
    </message>
    <message>
        <source> The run ends after %1 images.</source>
        <translation> Der Lauf endet nach %1 Bildern.</translation>
    </message>
    <message>
        <source> The run ends after %1 at most.</source>
        <translation> Der Lauf endet nach höchstens %1.</translation>
    </message>
    <message>
        <source> The run ends with the sender&apos;s end mark, or when no more comes.</source>
        <translation> Der Lauf endet mit dem Endzeichen des Senders oder wenn nichts mehr kommt.</translation>
    </message>
    <message>
        <source>to whoever connects to %1</source>
        <translation>an alle gesendet, die sich mit %1 verbinden</translation>
    </message>
    <message>
        <source>to the receiver at %1</source>
        <translation>an den Empfänger auf %1 gesendet</translation>
    </message>
    <message>
        <source>%1 %2%3 %4.</source>
        <translation>%1 %2%3 %4.</translation>
    </message>
    <message>
        <source>Throughput will be weak: %1 is too short, under 9.5 s.</source>
        <translation>Der Durchsatz wird schwach belegt sein: %1 ist zu kurz, unter 9,5 s.</translation>
    </message>
    <message>
        <source>Accuracy will be weak: %1 images are fewer than 1,000.</source>
        <translation>Die Genauigkeit wird schwach belegt sein: %1 Bilder sind weniger als 1.000.</translation>
    </message>
    <message>
        <source>The model has no card: its input is taken to be 0 to 1. See More.</source>
        <translation>Das Modell hat keine Karte: als Eingabe gilt 0 bis 1. Siehe „Mehr“.</translation>
    </message>
    <message>
        <source>The original&apos;s pacing sends 1.4 times too fast; there is no latency from an intended send time.</source>
        <translation>Mit dem Sendeplan des Originals wird 1,4-mal zu schnell gesendet; eine Latenz ab geplanter Sendezeit gibt es nicht.</translation>
    </message>
    <message>
        <source>Everyone who can reach this machine can connect.</source>
        <translation>Jeder, der diesen Rechner erreicht, kann sich verbinden.</translation>
    </message>
    <message>
        <source>any format</source>
        <translation>jedes Format</translation>
    </message>
    <message>
        <source>at full speed</source>
        <translation>mit vollem Tempo</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>same bytes</source>
        <translation>gleiche Bytes</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>Dekodieren</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>as many workers as pay</source>
        <translation>so vielen Arbeitern, wie sich lohnen,</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Finds how many cameras of %1 images a second this machine serves while 99 of 100 images are classified within %2.</source>
        <translation>Findet, wie viele Kameras mit je %1 Bildern in der Sekunde dieser Rechner bedient, solange 99 von 100 Bildern innerhalb von %2 klassifiziert werden.</translation>
    </message>
    <message>
        <source>Finds how many images a second this machine holds while 99 of 100 are classified within %1.</source>
        <translation>Findet, wie viele Bilder in der Sekunde dieser Rechner hält, solange 99 von 100 innerhalb von %1 klassifiziert werden.</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>Images of your own</source>
        <translation>Eigene Bilder</translation>
    </message>
    <message>
        <source> %1 leave %2, are read back, %3.</source>
        <translation> %1 werden %2 gesendet, wieder gelesen, %3.</translation>
    </message>
    <message>
        <source> Probes of %1 at most close in on the limit, and two more confirm the answer: it takes some minutes.</source>
        <translation> Proben von höchstens %1 engen die Grenze ein, und zwei weitere bestätigen die Antwort: Es dauert einige Minuten.</translation>
    </message>
    <message>
        <source>probe by probe</source>
        <translation>je Probe</translation>
    </message>
    <message>
        <source>about %1 in all</source>
        <translation>zusammen etwa %1</translation>
    </message>
    <message>
        <source>more than %1 in all</source>
        <translation>zusammen mehr als %1</translation>
    </message>
    <message>
        <source> This run is made %1 times, %2: how far do the rates differ?</source>
        <translation> Dieser Lauf wird %1-mal gemacht, %2: Wie weit liegen die Raten auseinander?</translation>
    </message>
    <message>
        <source>Tries %1 combinations, %2 of each in random order: %3 runs, %4. Those within 3 % of the best run as often again. Each run: %5 %6, are read back and classified.</source>
        <translation>Probiert %1 Kombinationen, je %2 in zufälliger Reihenfolge: %3 Läufe, %4. Was höchstens 3 % unter der besten liegt, läuft noch einmal so oft. Jeder Lauf: %5 %6 gesendet, zurückgelesen und klassifiziert.</translation>
    </message>
    <message>
        <source>one run</source>
        <translation>ein Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>%1 combinations are many: %2 runs.</source>
        <translation>%1 Kombinationen sind viele: %2 Läufe.</translation>
    </message>
    <message>
        <source>%1 of %2 combinations cannot be run: %3</source>
        <translation>%1 von %2 Kombinationen lassen sich nicht ausführen: %3</translation>
    </message>
    <message>
        <source>Makes this search with each of %1 combinations in random order, %2. </source>
        <translation>Macht mit jeder von %1 Kombinationen in zufälliger Reihenfolge diese Suche, %2. </translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Engines</translation>
    </message>
</context>
<context>
    <name>PlotExport</name>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>%1: the name has to end in .png, .svg or .pdf</source>
        <translation>%1: der Name muss auf .png, .svg oder .pdf enden</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Original benchmark</source>
        <translation>Original-Benchmark</translation>
    </message>
    <message>
        <source>1,000 images/s × 10,000, ResNet</source>
        <translation>1.000 Bilder/s × 10.000, ResNet</translation>
    </message>
    <message>
        <source>Quick check</source>
        <translation>Schnelltest</translation>
    </message>
    <message>
        <source>5 seconds, too short to be trusted</source>
        <translation>5 Sekunden, zu kurz für ein verlässliches Ergebnis</translation>
    </message>
    <message>
        <source>Maximum throughput</source>
        <translation>Höchster Durchsatz</translation>
    </message>
    <message>
        <source>as fast as the engine takes them, 15 s</source>
        <translation>so schnell die Engine kann, 15 s</translation>
    </message>
    <message>
        <source>Wait for nc</source>
        <translation>Auf nc warten</translation>
    </message>
    <message>
        <source>receive from another program or machine</source>
        <translation>von einem anderen Programm oder Rechner empfangen</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation>so schnell wie möglich</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
</context>
<context>
    <name>ProbeModel</name>
    <message>
        <source>first guess</source>
        <translation>erste Schätzung</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>hält</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>zählt nicht</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stopped by the user</source>
        <translation>vom Benutzer angehalten</translation>
    </message>
    <message>
        <source>as fast as it can, %1</source>
        <translation>so schnell es geht, %1</translation>
    </message>
    <message>
        <source>confirming</source>
        <translation>bestätigend</translation>
    </message>
    <message>
        <source>fails at, again</source>
        <translation>obere Grenze, noch einmal</translation>
    </message>
    <message>
        <source>interference, %1 left out</source>
        <translation>Störung, %1 ausgelassen</translation>
    </message>
    <message>
        <source>the sender was late</source>
        <translation>der Sender war zu spät</translation>
    </message>
    <message>
        <source>full length, %1</source>
        <translation>volle Länge, %1</translation>
    </message>
    <message>
        <source>decided early, after %1</source>
        <translation>früh entschieden, nach %1</translation>
    </message>
    <message>
        <source>near the limit</source>
        <translation>nahe der Grenze</translation>
    </message>
    <message>
        <source>the backlog grew</source>
        <translation>der Rückstand wuchs</translation>
    </message>
    <message>
        <source>images lost or rejected</source>
        <translation>Bilder verloren oder abgewiesen</translation>
    </message>
    <message>
        <source>%1 left out for interference</source>
        <translation>%1 wegen Störung ausgelassen</translation>
    </message>
</context>
<context>
    <name>ResultFigures</name>
    <message>
        <source>target rate %1</source>
        <translation>Zielrate %1</translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation>so schnell wie möglich</translation>
    </message>
    <message>
        <source>as they came</source>
        <translation>wie sie kamen</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>answers are not judged here</source>
        <translation>Antworten werden hier nicht beurteilt</translation>
    </message>
    <message>
        <source>%1 … %2 (95 %)</source>
        <translation>%1 … %2 (95 %)</translation>
    </message>
    <message>
        <source>no image was classified</source>
        <translation>kein Bild wurde klassifiziert</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Send delay p99</source>
        <translation>Verspätung p99</translation>
    </message>
    <message>
        <source>of the sends after their plan</source>
        <translation>des Sendens gegenüber dem Sendeplan</translation>
    </message>
    <message>
        <source>from the intended send time</source>
        <translation>ab geplanter Sendezeit</translation>
    </message>
    <message>
        <source>from the arrival</source>
        <translation>ab Ankunft</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>grows with the length of the run</source>
        <translation>wächst mit der Länge des Laufs</translation>
    </message>
    <message>
        <source>takes 1,000 images: there were %1</source>
        <translation>braucht 1.000 Bilder: es waren %1</translation>
    </message>
    <message>
        <source>Rejected · lost</source>
        <translation>Abgewiesen · verloren</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>Eigenaufwand</translation>
    </message>
    <message>
        <source>%1 µs of CPU an image</source>
        <translation>%1 µs CPU je Bild</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Speicherspitze</translation>
    </message>
    <message>
        <source>of this program</source>
        <translation>dieses Programms</translation>
    </message>
    <message>
        <source>at full speed: the depth of the queue</source>
        <translation>bei vollem Tempo: so lang ist die Warteschlange</translation>
    </message>
    <message>
        <source>from the arrival, of %1 images</source>
        <translation>ab Ankunft, von %1 Bildern</translation>
    </message>
    <message>
        <source>%1 of %2 images of %3</source>
        <translation>%1 von %2 Bildern von %3</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Engine %1</source>
        <translation>Engine %1</translation>
    </message>
    <message>
        <source>batch sizes used %1</source>
        <translation>Stapelgrößen %1</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 Arbeiter</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Arbeiter</translation>
    </message>
    <message>
        <source>Cluster Spark %1 at %2</source>
        <translation>Cluster Spark %1, %2</translation>
    </message>
    <message>
        <source>executors %1, tasks at once %2</source>
        <translation>Executors %1, Tasks zugleich %2</translation>
    </message>
    <message>
        <source>%1 of %2 tasks repeated</source>
        <translation>%1 von %2 Tasks wiederholt</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>its card declares %1 %</source>
        <translation>seine Karte nennt %1 %</translation>
    </message>
    <message>
        <source>without a card</source>
        <translation>ohne Karte</translation>
    </message>
    <message>
        <source>Stream %1</source>
        <translation>Strom %1</translation>
    </message>
    <message>
        <source>%1 an image</source>
        <translation>%1 je Bild</translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation>%1 Quellen</translation>
    </message>
    <message>
        <source>%1 of %2 cores</source>
        <translation>%1 von %2 Kernen</translation>
    </message>
    <message>
        <source>%1 workers on %2 × %3</source>
        <translation>%1 Arbeiter auf %2 × %3</translation>
    </message>
    <message>
        <source>governor %1</source>
        <translation>Governor %1</translation>
    </message>
    <message>
        <source>%1 °C at the end</source>
        <translation>%1 °C am Ende</translation>
    </message>
    <message>
        <source>iotbench %1, %2, revision %3</source>
        <translation>iotbench %1, %2, Revision %3</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>through memory</source>
        <translation>durch den Speicher</translation>
    </message>
    <message>
        <source>on standard input</source>
        <translation>auf der Standardeingabe</translation>
    </message>
    <message>
        <source>on standard output</source>
        <translation>auf der Standardausgabe</translation>
    </message>
    <message>
        <source>over TCP, %1</source>
        <translation>über TCP, %1</translation>
    </message>
    <message>
        <source>over TCP, listening on %1</source>
        <translation>über TCP, lauscht auf %1</translation>
    </message>
    <message>
        <source>over TCP, connected to %1</source>
        <translation>über TCP, verbunden mit %1</translation>
    </message>
    <message>
        <source>to Spark</source>
        <translation>an Spark</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>nicht geöffnet</translation>
    </message>
    <message>
        <source>from a file on standard input</source>
        <translation>aus einer Datei auf der Standardeingabe</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>, p99 of the service time %1 ms</source>
        <translation>, p99 der Bearbeitungszeit %1 ms</translation>
    </message>
    <message>
        <source>, p99 %1 ms</source>
        <translation>, p99 %1 ms</translation>
    </message>
    <message>
        <source>, %1 % correct</source>
        <translation>, %1 % richtig</translation>
    </message>
    <message>
        <source>No combination can be named: each failed, is INVALID, or misses a pass criterion.</source>
        <translation>Keine Kombination kommt infrage: Jede ist fehlgeschlagen, INVALID oder verfehlt ein Kriterium.</translation>
    </message>
    <message>
        <source>No combination has a p99: choose by images a second.</source>
        <translation>Keine Kombination hat ein p99: nach Bildern pro Sekunde auswählen.</translation>
    </message>
    <message>
        <source>None within %1: %2 comes nearest, %3.</source>
        <translation>Keine innerhalb von %1: %2 kommt am nächsten, %3.</translation>
    </message>
    <message>
        <source>Within %1, %2 is the fastest: %3.</source>
        <translation>Innerhalb von %1 ist %2 am schnellsten: %3.</translation>
    </message>
    <message>
        <source>%1 has the shortest p99: %2.</source>
        <translation>%1 hat das kürzeste p99: %2.</translation>
    </message>
    <message>
        <source>%1 is the fastest: %2.</source>
        <translation>%1 ist am schnellsten: %2.</translation>
    </message>
    <message>
        <source>No run came to its end.</source>
        <translation>Kein Lauf kam zu seinem Ende.</translation>
    </message>
    <message>
        <source>No rate found: the runs are too short to tell one.</source>
        <translation>Keine Rate gefunden: Die Läufe sind zu kurz dafür.</translation>
    </message>
    <message>
        <source>Kept %1 images/s in %2 runs.</source>
        <translation>%1 Bilder/s in %2 Läufen gehalten.</translation>
    </message>
    <message>
        <source>%1 images/s in %2 runs: too few to tell how sure that is.</source>
        <translation>%1 Bilder/s in %2 Läufen: zu wenige, um zu sagen, wie sicher das ist.</translation>
    </message>
    <message>
        <source>%1 images/s ± %2 % (%3) in %4 runs</source>
        <translation>%1 Bilder/s ± %2 % (%3) in %4 Läufen</translation>
    </message>
    <message>
        <source>Repeatable: %1.</source>
        <translation>Wiederholbar: %1.</translation>
    </message>
    <message>
        <source>Not repeatable: %1; about %2 runs would do.</source>
        <translation>Nicht wiederholbar: %1; etwa %2 Läufe würden reichen.</translation>
    </message>
    <message>
        <source>Not repeatable: %1.</source>
        <translation>Nicht wiederholbar: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>%1 is %2 % faster, but its p99 may be over the limit: %3 ms.</source>
        <translation>%1 ist %2 % schneller, aber das p99 liegt vielleicht über der Grenze: %3 ms.</translation>
    </message>
    <message>
        <source>%1 is %2 % faster, but its p99 is %3 ms.</source>
        <translation>%1 ist %2 % schneller, aber das p99 beträgt %3 ms.</translation>
    </message>
    <message>
        <source>Its p99 is the shortest, %1 ms; the limit is %2.</source>
        <translation>Das p99 ist das kürzeste, %1 ms; die Grenze liegt bei %2.</translation>
    </message>
    <message>
        <source>It is the fastest whose p99 is within %1 with its whole interval, %2.</source>
        <translation>Sie ist die schnellste, deren p99 mit dem ganzen Intervall innerhalb von %1 liegt: %2.</translation>
    </message>
    <message>
        <source>It is the fastest whose p99 is within %1, by one run only.</source>
        <translation>Sie ist die schnellste, deren p99 innerhalb von %1 liegt, nach nur einem Lauf.</translation>
    </message>
    <message>
        <source>No other has a shorter p99.</source>
        <translation>Keine andere hat ein kürzeres p99.</translation>
    </message>
    <message>
        <source>It is the fastest, and faster than each other one.</source>
        <translation>Sie ist die schnellste, und der Unterschied zu jeder anderen ist gezeigt.</translation>
    </message>
    <message>
        <source>It is the fastest by its mean; no difference shown to %1 others.</source>
        <translation>Sie ist im Mittel die schnellste; kein Unterschied gezeigt zu %1 anderen.</translation>
    </message>
    <message>
        <source>It is the fastest by its mean; no difference shown to %1.</source>
        <translation>Sie ist im Mittel die schnellste; kein Unterschied gezeigt zu %1.</translation>
    </message>
    <message>
        <source>A run of it is weak: longer runs on a quiet machine tell more.</source>
        <translation>Einer ihrer Läufe ist schwach: Längere Läufe auf einem ruhigen Rechner sagen mehr.</translation>
    </message>
    <message>
        <source>The runs spread by %1 % (standard deviation).</source>
        <translation>Die Läufe streuen um %1 % (Standardabweichung).</translation>
    </message>
    <message>
        <source>Half of the 95 % interval is 2 % of the mean or less.</source>
        <translation>Das halbe 95-%-Intervall ist höchstens 2 % des Mittels breit.</translation>
    </message>
    <message>
        <source>Repeatable means: half of the 95 % interval is 2 % of the mean or less, with three runs or more.</source>
        <translation>Wiederholbar heißt: Das halbe 95-%-Intervall ist höchstens 2 % des Mittels breit, bei mindestens drei Läufen.</translation>
    </message>
    <message>
        <source>The sender&apos;s rate fixes this figure: choose &quot;as fast as possible&quot; to find what this machine can do.</source>
        <translation>Die Rate des Senders legt diese Zahl fest: „so schnell wie möglich“ zeigt, was dieser Rechner kann.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>Stapel %1</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 Arbeiter</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Arbeiter</translation>
    </message>
    <message>
        <source>Service time p99, ms</source>
        <translation>p99 der Bearbeitungszeit, ms</translation>
    </message>
    <message>
        <source>Latency p99, ms</source>
        <translation>Latenz p99, ms</translation>
    </message>
    <message>
        <source>Stopped; so far: %1</source>
        <translation>Angehalten; bis hierher: %1</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>kühlt ab</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>p99 of the last 1,000: %1 ms</source>
        <translation>p99 der letzten 1.000: %1 ms</translation>
    </message>
    <message>
        <source>%1 of %2 combinations measured</source>
        <translation>%1 von %2 Kombinationen gemessen</translation>
    </message>
    <message>
        <source>one run each, in random order</source>
        <translation>je ein Lauf, in zufälliger Reihenfolge</translation>
    </message>
    <message>
        <source>%1 runs each, in random order</source>
        <translation>je %1 Läufe, in zufälliger Reihenfolge</translation>
    </message>
    <message>
        <source>%1 failed ✗</source>
        <translation>%1 fehlgeschlagen ✗</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>spread from run to run %1 %</source>
        <translation>Streuung von Lauf zu Lauf %1 %</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>%1 runs. The table has every value.</source>
        <translation>%1 Läufe. Die Tabelle hat jeden Wert.</translation>
    </message>
    <message>
        <source>%1 combinations, %2 on the Pareto front</source>
        <translation>%1 Kombinationen, %2 auf der Pareto-Front</translation>
    </message>
    <message>
        <source>, chosen: %1</source>
        <translation>, gewählt: %1</translation>
    </message>
    <message>
        <source>, limit %1</source>
        <translation>, Grenze %1</translation>
    </message>
    <message>
        <source>. The table has every value.</source>
        <translation>. Die Tabelle hat jeden Wert.</translation>
    </message>
    <message>
        <source>%1 holds the most: %2.</source>
        <translation>%1 trägt am meisten: %2.</translation>
    </message>
    <message>
        <source>Within %1, %2 kept its target rate: %3.</source>
        <translation>Innerhalb von %1 hat %2 die Zielrate gehalten: %3.</translation>
    </message>
    <message>
        <source>%1 kept its target rate: %2.</source>
        <translation>%1 hat die Zielrate gehalten: %2.</translation>
    </message>
    <message>
        <source>%1 others kept it too.</source>
        <translation>%1 andere haben sie auch gehalten.</translation>
    </message>
    <message>
        <source>Kept too by %1.</source>
        <translation>Auch gehalten von %1.</translation>
    </message>
    <message>
        <source>As much may hold with %1 others.</source>
        <translation>Bei %1 anderen mag es ebenso viel sein.</translation>
    </message>
    <message>
        <source>As much may hold with %1.</source>
        <translation>Bei %1 mag es ebenso viel sein.</translation>
    </message>
    <message>
        <source>Of a single run it is not known how sure that is: three runs each tell.</source>
        <translation>Wie sicher das ist, lässt ein einzelner Lauf offen: Drei Läufe je Kombination zeigen es.</translation>
    </message>
    <message>
        <source>%1 of %2 searches</source>
        <translation>%1 von %2 Suchen</translation>
    </message>
    <message>
        <source>a search with each, in random order</source>
        <translation>je eine Suche, in zufälliger Reihenfolge</translation>
    </message>
    <message>
        <source>Weak runs: %1 of %2. The verdict of each says why, that of the last one under Last run.</source>
        <translation>Schwache Läufe: %1 von %2. Das Urteil jedes Laufs sagt, warum; das des letzten steht unter „Letzter Lauf“.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>What this process does: loopback sends to itself and measures both ends, send and receive are one end each, worker answers every record on standard input with one line on standard output.</source>
        <translation>Was dieser Prozess tut: loopback sendet an sich selbst und misst beide Enden, send und receive sind je ein Ende, worker beantwortet jeden Datensatz der Standardeingabe mit einer Zeile auf der Standardausgabe.</translation>
    </message>
    <message>
        <source>the bundled CIFAR-10 test set</source>
        <translation>die mitgelieferte CIFAR-10-Testmenge</translation>
    </message>
    <message>
        <source>Images to send instead of the bundled test set: a file of CIFAR-10 binary records, or a folder of *.bin files.</source>
        <translation>Bilder, die statt der mitgelieferten Testmenge gesendet werden: eine Datei mit CIFAR-10-Binärsätzen oder ein Ordner mit *.bin-Dateien.</translation>
    </message>
    <message>
        <source>What a model without a card is fed with: bytes / 255, the same minus the training pixel mean, or the bytes themselves; auto is what the card says, and unit without one.</source>
        <translation>Womit ein Modell ohne Karte gespeist wird: Bytes / 255, dasselbe minus Pixelmittel der Trainingsbilder, oder die Bytes selbst; auto ist, was die Karte sagt, ohne Karte unit.</translation>
    </message>
    <message>
        <source>Images to send in a second, over all streams; max (or 0) is as fast as the receiver takes them.</source>
        <translation>Bilder je Sekunde, über alle Ströme; max (oder 0) ist so schnell, wie der Empfänger sie abnimmt.</translation>
    </message>
    <message>
        <source>100 where sending, no limit where receiving or with --duration</source>
        <translation>100 beim Senden, unbegrenzt beim Empfangen oder mit --duration</translation>
    </message>
    <message>
        <source>Images to send over all streams; where receiving, the number expected: the run ends with it, and fewer count as lost.</source>
        <translation>Bilder, die über alle Ströme gesendet werden; beim Empfangen die erwartete Zahl: der Lauf endet damit, und fehlende gelten als verloren.</translation>
    </message>
    <message>
        <source>0, not limited</source>
        <translation>0, unbegrenzt</translation>
    </message>
    <message>
        <source>what the model wants in loopback, off in send</source>
        <translation>was das Modell will (loopback), aus (send)</translation>
    </message>
    <message>
        <source>Sends format keras with the training pixel mean subtracted, as ResNet wants it; --no-subtractMean sends without.</source>
        <translation>Sendet das Format keras mit abgezogenem Pixelmittel der Trainingsbilder, wie ResNet es will; --no-subtractMean sendet ohne.</translation>
    </message>
    <message>
        <source>Seed of the random gaps: the same seed gives the same schedule on every machine.</source>
        <translation>Startwert der zufälligen Abstände: derselbe Wert ergibt auf jedem Rechner denselben Sendeplan.</translation>
    </message>
    <message>
        <source>Independent streams to send at once, as that many cameras; rate and total are shared out among them.</source>
        <translation>Unabhängige Ströme zur gleichen Zeit, wie so viele Kameras; Rate und Anzahl werden auf sie verteilt.</translation>
    </message>
    <message>
        <source>standard input or output</source>
        <translation>Standardein- oder -ausgabe</translation>
    </message>
    <message>
        <source>Waits for connections on this port; only this machine (127.0.0.1) can connect unless a host is given, 0.0.0.0 for every network; port 0 takes any free one.</source>
        <translation>Wartet auf diesem Port auf Verbindungen; nur dieser Rechner (127.0.0.1) kann sich verbinden, wenn keine Adresse genannt ist, 0.0.0.0 für jedes Netz; Port 0 nimmt irgendeinen freien.</translation>
    </message>
    <message>
        <source>Connects to this host and port.</source>
        <translation>Verbindet sich mit diesem Rechner und Port.</translation>
    </message>
    <message>
        <source>How an image is written on the wire; auto is keras where we send, and is told from the first bytes of each stream where we receive.</source>
        <translation>Wie ein Bild auf der Leitung geschrieben wird; auto ist keras, wo wir senden, und wird beim Empfangen an den ersten Bytes jedes Stroms erkannt.</translation>
    </message>
    <message>
        <source>What lies between embedded sender and receiver: a TCP socket on 127.0.0.1, or memory that carries the same bytes.</source>
        <translation>Was zwischen eingebautem Sender und Empfänger liegt: ein TCP-Socket auf 127.0.0.1 oder Speicher, der dieselben Bytes trägt.</translation>
    </message>
    <message>
        <source>1; in loopback as many as streams</source>
        <translation>1; in loopback so viele wie Ströme</translation>
    </message>
    <message>
        <source>Connections served at once; the next one waits until a place is free.</source>
        <translation>Verbindungen, die zugleich bedient werden; die nächste wartet, bis ein Platz frei ist.</translation>
    </message>
    <message>
        <source>How long a listening receiver waits for another sender after the last one went.</source>
        <translation>Wie lange ein lauschender Empfänger auf einen weiteren Sender wartet, nachdem der letzte ging.</translation>
    </message>
    <message>
        <source>Ends the run when no image has come for this long, counted from the first one; 0 is never.</source>
        <translation>Beendet den Lauf, wenn so lange kein Bild kam, gezählt ab dem ersten; 0 heißt nie.</translation>
    </message>
    <message>
        <source>100; never with --quiet</source>
        <translation>100; mit --quiet never</translation>
    </message>
    <message>
        <source>0, for ever</source>
        <translation>0, ohne Ende</translation>
    </message>
    <message>
        <source>How long to wait for the first image; a sender that listens: for each receiver.</source>
        <translation>Wie lange auf das erste Bild gewartet wird; von einem Sender, der lauscht: auf jeden Empfänger.</translation>
    </message>
    <message>
        <source>The numbers that the engine calculates with, where engine and model offer a choice.</source>
        <translation>Die Zahlen, mit denen die Engine rechnet, wo Engine und Modell die Wahl lassen.</translation>
    </message>
    <message>
        <source>The engine&apos;s device.</source>
        <translation>Das Gerät der Engine.</translation>
    </message>
    <message>
        <source>The most images that are inferred together; fewer when fewer are waiting, so that a low rate keeps the latency of single images.</source>
        <translation>Höchstens so viele Bilder werden zusammen gerechnet; weniger, wenn weniger warten, damit eine niedrige Rate die Latenz einzelner Bilder behält.</translation>
    </message>
    <message>
        <source>Threads that decode and classify.</source>
        <translation>Threads, die dekodieren und klassifizieren.</translation>
    </message>
    <message>
        <source>The most images waiting between reader and workers; when it is full, reading stops and the sender feels it.</source>
        <translation>Höchstens so viele Bilder warten zwischen Leser und Arbeitern; ist es voll, stockt das Lesen, und der Sender spürt es.</translation>
    </message>
    <message>
        <source>Prints the original program&apos;s line after every so many images; never (or 0) prints none.</source>
        <translation>Gibt nach je so vielen Bildern die Zeile des Originals aus; never (oder 0) gibt keine aus.</translation>
    </message>
    <message>
        <source>Writes summary.csv, intervals.csv, images.csv and report.json into this folder.</source>
        <translation>Schreibt summary.csv, intervals.csv, images.csv und report.json in diesen Ordner.</translation>
    </message>
    <message>
        <source>A name for this run, kept in every report.</source>
        <translation>Ein Name für diesen Lauf, der in jedem Bericht steht.</translation>
    </message>
    <message>
        <source>Leaves the name of this machine out of reports.</source>
        <translation>Lässt den Namen dieses Rechners aus Berichten weg.</translation>
    </message>
    <message>
        <source>A weak verdict exits with 3, as an invalid one does.</source>
        <translation>Ein schwaches Urteil endet mit 3, wie ein ungültiges.</translation>
    </message>
    <message>
        <source>No progress on standard error, only warnings and the result. --role worker is quieter still: that it is ready, warnings, rejected records, and the result where the run failed or is INVALID.</source>
        <translation>Kein Fortschritt auf der Standardfehlerausgabe, nur Warnungen und das Ergebnis. --role worker ist noch stiller: dass sie bereit ist, Warnungen, abgewiesene Datensätze und das Ergebnis, wo der Lauf gescheitert oder INVALID ist.</translation>
    </message>
    <message>
        <source>Adds a column to the lines of --role worker: the hash of the image, the same for the same image in every format.</source>
        <translation>Fügt den Zeilen von --role worker eine Spalte hinzu: den Hashwert des Bildes, für dasselbe Bild in jedem Format derselbe.</translation>
    </message>
    <message>
        <source>What is run</source>
        <translation>Was läuft</translation>
    </message>
    <message>
        <source>How images are sent</source>
        <translation>Wie Bilder gesendet werden</translation>
    </message>
    <message>
        <source>What they travel on</source>
        <translation>Worauf sie reisen</translation>
    </message>
    <message>
        <source>What classifies them</source>
        <translation>Was sie klassifiziert</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>Pass criteria: a missed one gives exit code 4</source>
        <translation>Schranken: eine verfehlte gibt den Exit-Code 4</translation>
    </message>
    <message>
        <source>Runs without a window, with progress and results as text.</source>
        <translation>Läuft ohne Fenster, mit Fortschritt und Ergebnissen als Text.</translation>
    </message>
    <message>
        <source>Reads settings from this JSON file first; options on the command line win.</source>
        <translation>Liest zuerst Einstellungen aus dieser JSON-Datei; Optionen der Befehlszeile gehen vor.</translation>
    </message>
    <message>
        <source>Prints the effective settings as JSON, as --config reads it, and exits.</source>
        <translation>Gibt die wirksamen Einstellungen als JSON aus, wie --config es liest, und endet.</translation>
    </message>
    <message>
        <source>Lists the bundled models, and exits.</source>
        <translation>Listet die mitgelieferten Modelle auf und endet.</translation>
    </message>
    <message>
        <source>Lists the inference engines, with the reason where one is not available, and exits.</source>
        <translation>Listet die Inferenz-Engines auf, mit dem Grund, wo eine fehlt, und endet.</translation>
    </message>
    <message>
        <source>Starts the run in a window, saves a picture of it to this PNG file, and exits.</source>
        <translation>Startet den Lauf im Fenster, speichert ein Bild davon in diese PNG-Datei und endet.</translation>
    </message>
    <message>
        <source>What the picture shows; live unless given.</source>
        <translation>Was das Bild zeigt; ohne Angabe live.</translation>
    </message>
    <message>
        <source>The window&apos;s colours.</source>
        <translation>Die Farben des Fensters.</translation>
    </message>
    <message>
        <source>The window&apos;s size, as 1280x800.</source>
        <translation>Die Größe des Fensters, wie 1280x800.</translation>
    </message>
    <message>
        <source>The window&apos;s language.</source>
        <translation>Die Sprache des Fensters.</translation>
    </message>
    <message>
        <source>Prints this help, and exits.</source>
        <translation>Gibt diese Hilfe aus und endet.</translation>
    </message>
    <message>
        <source>Prints the versions of the program and of the libraries it uses, and exits.</source>
        <translation>Gibt die Versionen des Programms und seiner Bibliotheken aus und endet.</translation>
    </message>
    <message>
        <source>Prints the manual page for man(1), made from these same options, and exits.</source>
        <translation>Gibt die Handbuchseite für man(1) aus, aus denselben Optionen gemacht, und endet.</translation>
    </message>
    <message>
        <source>Prints what lets this shell complete options and their values, and exits.</source>
        <translation>Gibt aus, womit diese Shell Optionen und ihre Werte ergänzt, und endet.</translation>
    </message>
    <message>
        <source>What runs the model (see --list-engines); auto takes the fastest that is here, null does everything but the inference, and so measures this program itself.</source>
        <translation>Was das Modell ausführt (siehe --list-engines); auto nimmt die schnellste, die hier ist, null tut alles außer der Inferenz und misst so dieses Programm selbst.</translation>
    </message>
    <message>
        <source>auto, by a short measurement</source>
        <translation>auto, durch eine kurze Messung</translation>
    </message>
    <message>
        <source>auto, by a short measurement; as many as CPUs allowed at most</source>
        <translation>auto, durch eine kurze Messung; höchstens so viele wie erlaubte CPUs</translation>
    </message>
    <message>
        <source>Reports what a cluster answered, as its driver writes it to this file or, with -, to standard input: counts, verdict and reports as of a run here.</source>
        <translation>Berichtet, was ein Cluster antwortete, wie es dessen Treiber in diese Datei oder, mit -, auf die Standardeingabe schreibt: Zahlen, Urteil und Berichte wie von einem Lauf hier.</translation>
    </message>
    <message>
        <source>Appends the run&apos;s summary as one row to this file, for series of runs; - prints it on standard output, and the original&apos;s lines on standard error.</source>
        <translation>Hängt die Zusammenfassung des Laufs als eine Zeile an diese Datei an, für Reihen von Läufen; - gibt sie auf der Standardausgabe aus, und die Zeilen des Originals auf der Fehlerausgabe.</translation>
    </message>
    <message>
        <source>Runs this model file over the whole test set, keeps what it predicts as its card, by which runs of it are judged from then on, and exits.</source>
        <translation>Lässt diese Modelldatei die ganze Testmenge klassifizieren, bewahrt ihre Vorhersagen als Modellkarte auf, an der ihre Läufe fortan gemessen werden, und endet.</translation>
    </message>
    <message>
        <source>Images that each batch size of each worker classifies before the first image of the stream is read, in two inferences at least; not counted. With more workers than CPUs each classifies fewer, so that the start takes no longer.</source>
        <translation>Bilder, die jede Stapelgröße jedes Arbeiters klassifiziert, bevor das erste Bild des Stroms gelesen wird, in mindestens zwei Inferenzen; nicht gezählt. Bei mehr Arbeitern als CPUs klassifiziert jeder weniger, damit der Start nicht länger dauert.</translation>
    </message>
    <message>
        <source>Measures again what an earlier start has measured on this machine (workers, batch size, an engine&apos;s kernels) instead of using what is remembered.</source>
        <translation>Misst neu, was ein früherer Start auf diesem Rechner gemessen hat (Arbeiter, Stapelgröße, Kernel einer Engine), statt das Gemerkte zu nehmen.</translation>
    </message>
    <message>
        <source>When images are due: evenly spaced, with the random gaps of independent cameras (poisson), with a long tail (lognormal), by the loop of the original program, which sends 1.4 times too fast, or from cameras of one rate, each evenly spaced, whose phases change every 2 s (cameras).</source>
        <translation>Wann Bilder fällig sind: in gleichen Abständen, in den zufälligen Abständen unabhängiger Kameras (poisson), in Abständen mit langem Ausläufer (lognormal), nach der Schleife des ursprünglichen Programms, die 1,4-mal zu schnell sendet, oder von Kameras gleicher Rate, von denen jede in gleichen Abständen sendet und deren Phasen alle 2 s wechseln (cameras).</translation>
    </message>
    <message>
        <source>Images that each camera of --pacing cameras sends in a second; --imagesPerSec is that of all of them.</source>
        <translation>Bilder, die jede Kamera bei --pacing cameras in einer Sekunde sendet; --imagesPerSec ist die Rate aller zusammen.</translation>
    </message>
    <message>
        <source>Finds how much this machine holds with p99 within --max-p99: images a second of one stream, or cameras of --camera-rate (100 ms unless given). As: iotbench --batch --find cameras -m resnet20 --max-p99 50</source>
        <translation>Findet, wie viel dieser Rechner hält, während p99 innerhalb von --max-p99 bleibt: Bilder je Sekunde eines Stroms oder Kameras mit --camera-rate (ohne Angabe 100 ms). Etwa: iotbench --batch --find cameras -m resnet20 --max-p99 50</translation>
    </message>
    <message>
        <source>How far --find may leave the load that fails above the one that holds, 0.5 to 50; 2 unless given, of cameras at least one. As: --find rate --max-p99 20 --precision-of-answer 5</source>
        <translation>Wie weit die Last, die --find nicht mehr hält, über der gehaltenen liegen darf, 0.5 bis 50; ohne Angabe 2, bei Kameras mindestens eine. Etwa: --find rate --max-p99 20 --precision-of-answer 5</translation>
    </message>
    <message>
        <source>The longest that a probe of --find counts, 10 to 3600; 60 unless given. Shorter ones make the answer less sure. As: --find cameras --probe-seconds 20</source>
        <translation>Wie lange eine Probe von --find höchstens zählt, 10 bis 3600; ohne Angabe 60. Kürzere machen die Antwort unsicherer. Etwa: --find cameras --probe-seconds 20</translation>
    </message>
    <message>
        <source>Compares BASE with each of the paths that follow, as in --compare before after, and exits: folders of reports or studies, or files of --csv, with #LABEL for the runs of one label.</source>
        <translation>Vergleicht BASE mit jedem der folgenden Pfade, etwa --compare vorher nachher, und endet: Ordner von Berichten oder Studien oder Dateien von --csv, mit #BEZEICHNUNG für die Läufe einer Bezeichnung.</translation>
    </message>
    <message>
        <source>With --compare: exit code 4 where the rate is lower by more than this, its whole interval included.</source>
        <translation>Mit --compare: Exit-Code 4, wo die Rate samt ihrem ganzen Intervall um mehr als dies niedriger ist.</translation>
    </message>
    <message>
        <source>With --compare: exit code 4 where p99 is higher by more than this, its whole interval included.</source>
        <translation>Mit --compare: Exit-Code 4, wo p99 samt seinem ganzen Intervall um mehr als dies höher ist.</translation>
    </message>
    <message>
        <source>With --compare: exit code 4 where accuracy is lower by more percentage points than this, its whole interval included.</source>
        <translation>Mit --compare: Exit-Code 4, wo die Genauigkeit samt ihrem ganzen Intervall um mehr Prozentpunkte als dies niedriger ist.</translation>
    </message>
    <message>
        <source>With --compare: writes the criteria as JUnit XML, for a CI system.</source>
        <translation>Mit --compare: schreibt die Kriterien als JUnit-XML, für ein CI-System.</translation>
    </message>
    <message>
        <source>With --compare: writes the comparison as Markdown, for a pull request.</source>
        <translation>Mit --compare: schreibt den Vergleich als Markdown, für einen Pull-Request.</translation>
    </message>
    <message>
        <source>Prints the JSON Schema of report.json, of what --config reads, of what --compare writes with --json, or of a line of --progress jsonl, and exits.</source>
        <translation>Gibt das JSON-Schema von report.json aus, dessen, was --config liest, dessen, was --compare mit --json schreibt, oder einer Zeile von --progress jsonl, und endet.</translation>
    </message>
    <message>
        <source>Writes the report of a run, or with --compare the comparison, as JSON; with -, to standard output, and standard error then has events as with --progress jsonl. As: iotbench --batch -m resnet20 -t 1000 --json -</source>
        <translation>Schreibt den Bericht eines Laufs oder mit --compare den Vergleich als JSON; mit - auf die Standardausgabe, und auf der Standardfehlerausgabe stehen dann Ereignisse wie mit --progress jsonl. Etwa: iotbench --batch -m resnet20 -t 1000 --json -</translation>
    </message>
    <message>
        <source>How progress is reported without a window: as text or, with jsonl, as events for other programs, one JSON object a line on standard error and no other text. As: iotbench --batch -m resnet20 -t 1000 --progress jsonl</source>
        <translation>Wie der Fortschritt ohne Fenster gemeldet wird: als Text oder mit jsonl als Ereignisse für andere Programme, ein JSON-Objekt je Zeile auf der Standardfehlerausgabe und kein anderer Text. Etwa: iotbench --batch -m resnet20 -t 1000 --progress jsonl</translation>
    </message>
    <message>
        <source>Makes this many runs of one setting, 2 to 1000, and tells how sure the rate is; with --sweep, of each combination, 1 to 1000, and 3 unless given. As: iotbench --batch --repeat 5 -m resnet20 -i max -d 10</source>
        <translation>Macht so viele Läufe einer Einstellung, 2 bis 1000, und sagt, wie sicher die Rate ist; mit --sweep: jeder Kombination, 1 bis 1000, ohne Angabe 3. Etwa: iotbench --batch --repeat 5 -m resnet20 -i max -d 10</translation>
    </message>
    <message>
        <source>How long --sweep waits between two runs, 0 to 3600; 0 unless given. As: --sweep workers=1-4 --cooldown 30</source>
        <translation>Wie lange --sweep zwischen zwei Läufen wartet, 0 bis 3600; ohne Angabe 0. Etwa: --sweep workers=1-4 --cooldown 30</translation>
    </message>
    <message>
        <source>Starts a --sweep of more than 50 combinations, which is refused otherwise.</source>
        <translation>Startet ein --sweep von mehr als 50 Kombinationen, das sonst abgelehnt wird.</translation>
    </message>
    <message>
        <source>Runs every combination of these values in turns and names the best; with --find, searches with each. Once for each setting; all is every engine, precision or model, 1-4 is 1,2,3,4. As: iotbench --batch --sweep engine=all --sweep workers=1-2 -m resnet8 -i max -d 5</source>
        <translation>Lässt jede Kombination dieser Werte reihum laufen und nennt die beste; mit --find sucht es mit jeder. Einmal für jede Einstellung; all ist jede Engine, jedes Zahlenformat oder jedes Modell, 1-4 ist 1,2,3,4. Etwa: iotbench --batch --sweep engine=all --sweep workers=1-2 -m resnet8 -i max -d 5</translation>
    </message>
    <message>
        <source>Lets --report write into a folder that is not empty, unless it holds a study.</source>
        <translation>Lässt --report in einen Ordner schreiben, der nicht leer ist, sofern er keine Studie enthält.</translation>
    </message>
    <message>
        <source>Ends the run after this time, which a receiver counts from its first image; together with --totalImages, whichever comes first.</source>
        <translation>Beendet den Lauf nach dieser Zeit, die ein Empfänger von seinem ersten Bild an zählt; zusammen mit --totalImages, je nachdem, was zuerst eintritt.</translation>
    </message>
    <message>
        <source>The model: the name of a bundled one (see --list-models), or the path of an .onnx, Keras (.keras, .h5) or OpenVINO (.xml) file. Required, but for the role send and the engine null.</source>
        <translation>Das Modell: der Name eines mitgelieferten (siehe --list-models) oder der Pfad einer .onnx-, Keras- (.keras, .h5) oder OpenVINO-Datei (.xml). Nötig, außer in der Rolle send und mit der Engine null.</translation>
    </message>
    <message>
        <source>At least this percentage of the images must be classified correctly.</source>
        <translation>Mindestens so viel Prozent der Bilder müssen richtig klassifiziert werden.</translation>
    </message>
    <message>
        <source>At least so many images a second must be classified.</source>
        <translation>Mindestens so viele Bilder je Sekunde müssen klassifiziert werden.</translation>
    </message>
    <message>
        <source>99 of 100 images must have their result within this time.</source>
        <translation>99 von 100 Bildern müssen in dieser Zeit ihr Ergebnis haben.</translation>
    </message>
    <message>
        <source>Writes a run, or with --compare the comparison, on a page, a data sheet that any browser shows and prints: one HTML file, of a run with the report inside. As: iotbench --batch -m resnet20 -t 1000 --html run.html</source>
        <translation>Schreibt den Lauf oder mit --compare den Vergleich als Datenblatt, das jeder Browser zeigt und druckt: eine HTML-Datei, die bei einem Lauf den Bericht enthält. Etwa: iotbench --batch -m resnet20 -t 1000 --html run.html</translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>What to do</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Model&apos;s input</source>
        <translation>Eingabe des Modells</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Total images</source>
        <translation>Anzahl Bilder</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Subtract mean</source>
        <translation>Mittel abziehen</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>Sendeplan</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>Listen at</source>
        <translation>Lauschen auf</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>Verbinden mit</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Senders at once</source>
        <translation>Sender zugleich</translation>
    </message>
    <message>
        <source>Linger</source>
        <translation>Nachwarten</translation>
    </message>
    <message>
        <source>Idle time-out</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Wait time-out</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Batch, at most</source>
        <translation>Stapel, höchstens</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Schlange</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Reporting interval</source>
        <translation>Meldeabstand</translation>
    </message>
    <message>
        <source>Report folder</source>
        <translation>Berichtsordner</translation>
    </message>
    <message>
        <source>Append to CSV file</source>
        <translation>An CSV anhängen</translation>
    </message>
    <message>
        <source>Overwrite the report</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Leave out the host&apos;s name</source>
        <translation>Ohne Rechnernamen</translation>
    </message>
    <message>
        <source>Strict exit code</source>
        <translation>Strenger Exit-Code</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Still</translation>
    </message>
    <message>
        <source>Accuracy, at least</source>
        <translation>Genauigkeit, min.</translation>
    </message>
    <message>
        <source>Images/s, at least</source>
        <translation>Bilder/s, min.</translation>
    </message>
    <message>
        <source>Latency p99, at most</source>
        <translation>Latenz p99, max.</translation>
    </message>
    <message>
        <source>TCP, this computer only</source>
        <translation>TCP, nur dieser Rechner</translation>
    </message>
    <message>
        <source>memory, the same bytes</source>
        <translation>Speicher, gleiche Bytes</translation>
    </message>
    <message>
        <source>keras (text, as the original)</source>
        <translation>keras (Text, wie das Original)</translation>
    </message>
    <message>
        <source>spark (text, whole numbers)</source>
        <translation>spark (Text, ganze Zahlen)</translation>
    </message>
    <message>
        <source>scala (text, signed bytes)</source>
        <translation>scala (Text, Bytes mit Vorzeichen)</translation>
    </message>
    <message>
        <source>cifar (binary records)</source>
        <translation>cifar (Binärsätze)</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>poisson (independent cameras)</source>
        <translation>poisson (unabhängige Kameras)</translation>
    </message>
    <message>
        <source>lognormal (long tail)</source>
        <translation>lognormal (langer Ausläufer)</translation>
    </message>
    <message>
        <source>original (sends 1.4 times too fast)</source>
        <translation>original (sendet 1,4-mal zu schnell)</translation>
    </message>
    <message>
        <source>as the model&apos;s card says</source>
        <translation>wie die Karte des Modells sagt</translation>
    </message>
    <message>
        <source>unit (RGB / 255)</source>
        <translation>unit (RGB / 255)</translation>
    </message>
    <message>
        <source>mean-subtracted</source>
        <translation>Mittel abgezogen</translation>
    </message>
    <message>
        <source>raw (0 to 255)</source>
        <translation>roh (0 bis 255)</translation>
    </message>
    <message>
        <source>as the model wants it</source>
        <translation>wie das Modell es braucht</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>streams</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>senders</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>automatic (sent as keras, told when received)</source>
        <translation>automatisch (senden: keras; empfangen: erkannt)</translation>
    </message>
    <message>
        <source>Content hash</source>
        <translation>Hashwert des Inhalts</translation>
    </message>
    <message>
        <source>Measure afresh</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>Camera rate</source>
        <translation>Kamerarate</translation>
    </message>
    <message>
        <source>cameras (whole ones of one rate)</source>
        <translation>cameras (ganze Kameras gleicher Rate)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>VerdictText</name>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
    <message>
        <source>%1 images sent</source>
        <translation>%1 Bilder gesendet</translation>
    </message>
    <message>
        <source>the receiver did not keep up with %1 images a second: it took %2</source>
        <translation>der Empfänger hielt mit %1 Bildern in der Sekunde nicht mit: er nahm %2</translation>
    </message>
    <message>
        <source>%1 images sent, %2 a second as intended</source>
        <translation>%1 Bilder gesendet, wie geplant %2 in der Sekunde</translation>
    </message>
    <message>
        <source>%1 images sent, %2 a second</source>
        <translation>%1 Bilder gesendet, %2 in der Sekunde</translation>
    </message>
    <message>
        <source>no image was classified</source>
        <translation>kein Bild wurde klassifiziert</translation>
    </message>
    <message>
        <source>one image was classified</source>
        <translation>ein Bild wurde klassifiziert</translation>
    </message>
    <message>
        <source>%1 images were classified</source>
        <translation>%1 Bilder wurden klassifiziert</translation>
    </message>
    <message>
        <source>this machine did not keep up with %1 images a second: it managed %2</source>
        <translation>dieser Rechner hielt mit %1 Bildern in der Sekunde nicht mit: er schaffte %2</translation>
    </message>
    <message>
        <source>this machine kept up with %1 images a second</source>
        <translation>dieser Rechner hielt mit %1 Bildern in der Sekunde mit</translation>
    </message>
    <message>
        <source>without inference this machine kept up with %1 images a second</source>
        <translation>ohne Inferenz hielt dieser Rechner mit %1 Bildern in der Sekunde mit</translation>
    </message>
    <message>
        <source>this machine classified %1 images a second</source>
        <translation>dieser Rechner klassifizierte %1 Bilder in der Sekunde</translation>
    </message>
    <message>
        <source>without inference this machine handled %1 images a second</source>
        <translation>ohne Inferenz verarbeitete dieser Rechner %1 Bilder in der Sekunde</translation>
    </message>
    <message>
        <source>this machine classified the %1 images a second that came</source>
        <translation>dieser Rechner klassifizierte die %1 Bilder in der Sekunde, die kamen</translation>
    </message>
    <message>
        <source>without inference this machine handled the %1 images a second that came</source>
        <translation>ohne Inferenz verarbeitete dieser Rechner die %1 Bilder in der Sekunde, die kamen</translation>
    </message>
    <message>
        <source>all %1 sent</source>
        <translation>alle %1 gesendet</translation>
    </message>
    <message>
        <source>all %1 arrived once</source>
        <translation>alle %1 kamen genau einmal an</translation>
    </message>
    <message>
        <source>%1 came, none was rejected</source>
        <translation>%1 kamen, keines wurde abgewiesen</translation>
    </message>
    <message>
        <source>equal to the model card, image by image</source>
        <translation>wie auf der Modellkarte, Bild für Bild</translation>
    </message>
    <message>
        <source>%1 of %2 images as the model card has them</source>
        <translation>%1 von %2 Bildern wie auf der Modellkarte</translation>
    </message>
    <message>
        <source>%1 to %2 % (95 %)</source>
        <translation>%1 bis %2 % (95 %)</translation>
    </message>
    <message>
        <source>%1 % of the images missed their intended send time</source>
        <translation>%1 % der Bilder wurden zu spät gesendet</translation>
    </message>
    <message>
        <source>from the arrival on</source>
        <translation>ab der Ankunft</translation>
    </message>
    <message>
        <source>the run failed: %1</source>
        <translation>der Lauf ist gescheitert: %1</translation>
    </message>
    <message>
        <source>%1 % classified correctly</source>
        <translation>%1 % richtig klassifiziert</translation>
    </message>
    <message>
        <source>99 % within %1 ms</source>
        <translation>99 % binnen %1 ms</translation>
    </message>
    <message>
        <source>measured over %1</source>
        <translation>gemessen über %1</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>%1, and its backlog grew at a target rate of %2</source>
        <translation>%1, und der Rückstand wuchs bei einer Zielrate von %2</translation>
    </message>
    <message>
        <source>%1, too few to tell whether it keeps up with %2</source>
        <translation>%1; zu wenige, um zu sagen, ob er mit %2 mithält</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>from the arrival on, without %1 images that waited unread</source>
        <translation>ab der Ankunft, ohne %1 Bilder, die ungelesen warteten</translation>
    </message>
    <message>
        <source>99 % of the %1 that did not wait unread within %2 ms</source>
        <translation>99 % der %1, die nicht ungelesen warteten, binnen %2 ms</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::AddressField</name>
    <message>
        <source>Everyone who can reach this machine can send to it.</source>
        <translation>Jeder, der diesen Rechner erreicht, kann an ihn senden.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Waits for the other end, from this computer only or from the network, or goes to it.</source>
        <translation>Wartet auf die Gegenseite, nur auf diesem Rechner oder auch im Netz, oder verbindet sich mit ihr.</translation>
    </message>
    <message>
        <source>Listen, this computer only</source>
        <translation>Lauschen, nur dieser Rechner</translation>
    </message>
    <message>
        <source>Listen to the network</source>
        <translation>Im Netz lauschen</translation>
    </message>
    <message>
        <source>Connect to the other end</source>
        <translation>Mit der Gegenseite verbinden</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::CapacityPlot</name>
    <message>
        <source>Latency p99, ms</source>
        <translation>Latenz p99, ms</translation>
    </message>
    <message>
        <source>✓ ● holds   ✗ fails   ○ not counted   ◇ running   | 95 % interval</source>
        <translation>✓ ● hält   ✗ scheitert   ○ zählt nicht   ◇ läuft   | 95-%-Intervall</translation>
    </message>
    <message>
        <source>cameras, and images/s under them</source>
        <translation>Kameras, darunter Bilder/s</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>p99 over the load</source>
        <translation>p99 über der Last</translation>
    </message>
    <message>
        <source>limit %1 ms</source>
        <translation>Grenze %1 ms</translation>
    </message>
    <message>
        <source>holds at %1</source>
        <translation>hält bei %1</translation>
    </message>
    <message>
        <source>fails at %1</source>
        <translation>scheitert bei %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::CapacityView</name>
    <message>
        <source>Probe by probe</source>
        <translation>Probe für Probe</translation>
    </message>
    <message>
        <source>each ends as soon as its outcome is sure</source>
        <translation>jede endet, sobald ihr Ausgang sicher ist</translation>
    </message>
    <message>
        <source>p99 over the load</source>
        <translation>p99 über der Last</translation>
    </message>
    <message>
        <source>The same without a window</source>
        <translation>Dasselbe ohne Fenster</translation>
    </message>
    <message>
        <source>Probe %1: %2. %3</source>
        <translation>Probe %1: %2. %3</translation>
    </message>
    <message>
        <source>The verdict of the run that confirmed it, under “Last run”, says why it is weak.</source>
        <translation>Warum es schwach belegt ist, sagt unter „Letzter Lauf“ das Urteil des Laufs, der es bestätigt.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::CellDialog</name>
    <message>
        <source>%1, classified correctly</source>
        <translation>%1, richtig klassifiziert</translation>
    </message>
    <message>
        <source>%1, classified as %2</source>
        <translation>%1, klassifiziert als %2</translation>
    </message>
    <message>
        <source>The run has no such images.</source>
        <translation>Der Lauf hat keine solchen Bilder.</translation>
    </message>
    <message>
        <source>all %1 images</source>
        <translation>alle %1 Bilder</translation>
    </message>
    <message>
        <source>the latest %1 of %2 images that pictures were kept of</source>
        <translation>die neuesten %1 von %2 Bildern, die aufbewahrt wurden</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::ClassBarsModel</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the line to the clipboard.</source>
        <translation>Kopiert die Zeile in die Zwischenablage.</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::CommandPanel</name>
    <message>
        <source>The same without a window</source>
        <translation>Dasselbe ohne Fenster</translation>
    </message>
    <message>
        <source>At the other end</source>
        <translation>Auf der Gegenseite</translation>
    </message>
    <message>
        <source>At the other end; the port is chosen at Start:</source>
        <translation>Auf der Gegenseite; der Port wird beim Start gewählt:</translation>
    </message>
    <message>
        <source>At the other end:</source>
        <translation>Auf der Gegenseite:</translation>
    </message>
    <message>
        <source>A field is marked: correct it to get the command.</source>
        <translation>Ein Feld ist markiert. Sobald es stimmt, steht hier der Befehl.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::ComparisonPage</name>
    <message>
        <source>Back to History</source>
        <translation>Zurück zum Verlauf</translation>
    </message>
    <message>
        <source>Shows the kept runs again (Esc)</source>
        <translation>Zeigt wieder die aufbewahrten Läufe (Esc)</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A und B tauschen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the comparison as Markdown (%1)</source>
        <translation>Kopiert den Vergleich als Markdown (%1)</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>grey lines: 1 %, 10 %, half or twice, tenfold</source>
        <translation>graue Linien: 1 %, 10 %, halb oder doppelt, zehnfach</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Abweichende Einstellungen</translation>
    </message>
    <message>
        <source>What could spoil the comparison</source>
        <translation>Was den Vergleich verfälschen könnte</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The comparison was copied as Markdown.</source>
        <translation>Der Vergleich wurde als Markdown kopiert.</translation>
    </message>
    <message>
        <source>Repeat %1 times</source>
        <translation>%1-mal wiederholen</translation>
    </message>
    <message>
        <source>Puts the settings of run B into Set up, with %1 repeats</source>
        <translation>Übernimmt die Einstellungen von Lauf B nach Einrichten, mit %1 Wiederholungen</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Writes the comparison as a data sheet, one HTML file (%1)</source>
        <translation>Schreibt den Vergleich als Datenblatt, eine HTML-Datei (%1)</translation>
    </message>
    <message>
        <source>All repeats</source>
        <translation>Alle Wiederholungen</translation>
    </message>
    <message>
        <source>in order, from top to bottom · line: mean · hollow: interference</source>
        <translation>der Reihe nach, von oben nach unten · Linie: Mittel · hohl: Störung</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Lists the equal settings as well</source>
        <translation>Listet auch die gleichen Einstellungen auf</translation>
    </message>
    <message>
        <source>Images/s of each run, a row for each side</source>
        <translation>Bilder/s jedes Laufs, eine Zeile für jede Seite</translation>
    </message>
    <message>
        <source>%1 differ, %2 are equal</source>
        <translation>%1 verschieden, %2 gleich</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Den Vergleich speichern</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>The report could not be written: %1</source>
        <translation>Der Bericht ließ sich nicht schreiben: %1</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::ConfusionModel</name>
    <message>
        <source>%1 of %2 images of %3 classified correctly</source>
        <translation>%1 von %2 Bildern von %3 richtig klassifiziert</translation>
    </message>
    <message>
        <source>%1 of %2 images of %3 classified as %4</source>
        <translation>%1 von %2 Bildern von %3 als %4 klassifiziert</translation>
    </message>
    <message>
        <source>true class %1</source>
        <translation>wahre Klasse %1</translation>
    </message>
    <message>
        <source>predicted as %1</source>
        <translation>vorhergesagt als %1</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::Curves</name>
    <message>
        <source>Curves of the runs</source>
        <translation>Kurven der Läufe</translation>
    </message>
    <message>
        <source>Images/s and latency p99 of each run over time; the table above has what they come to.</source>
        <translation>Bilder/s und Latenz p99 jedes Laufs über der Zeit; die Tabelle darüber enthält die Ergebnisse.</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>Latency p99 of the last 1,000, ms</source>
        <translation>Latenz p99 der letzten 1.000, ms</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::DifferenceModel</name>
    <message>
        <source>, one run only</source>
        <translation>, nur ein Lauf</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>÷ 10 … 0 … × 10</source>
        <translation>÷ 10 … 0 … × 10</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::EventModel</name>
    <message>
        <source>before the start</source>
        <translation>vor dem Start</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::HistoryModel</name>
    <message>
        <source>F2 changes the label</source>
        <translation>F2 ändert den Namen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Target rate</source>
        <translation>Zielrate</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Messreihe</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Suche: %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::HistoryPage</name>
    <message>
        <source>The label could not be changed: %1</source>
        <translation>Der Name ließ sich nicht ändern: %1</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>Aufbewahrte Läufe</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Shows the run on the page Result (Enter)</source>
        <translation>Zeigt den Lauf auf der Seite Ergebnis (Eingabe)</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>Changes the label of the run (F2)</source>
        <translation>Ändert den Namen des Laufs (F2)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>One run was deleted.</source>
        <translation>Ein Lauf wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Shows how two to %1 chosen runs differ, against the oldest of them (Ctrl or Shift chooses several)</source>
        <translation>Zeigt, wie sich zwei bis %1 ausgewählte Läufe vom ältesten unterscheiden (Strg oder Umschalt wählt mehrere aus)</translation>
    </message>
    <message>
        <source>Puts the settings of the run into the page Set up</source>
        <translation>Übernimmt die Einstellungen des Laufs auf die Seite „Einrichten“</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Copies a report folder from elsewhere into this list; folders can also be dropped here</source>
        <translation>Kopiert einen Berichtsordner in diese Liste; Ordner lassen sich auch hierher ziehen</translation>
    </message>
    <message>
        <source>Search the kept runs</source>
        <translation>Aufbewahrte Läufe durchsuchen</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message>
        <source>%1 runs were deleted.</source>
        <translation>%1 Läufe wurden gelöscht.</translation>
    </message>
    <message>
        <source>Import a report folder</source>
        <translation>Berichtsordner importieren</translation>
    </message>
    <message>
        <source>One run was imported.</source>
        <translation>Ein Lauf wurde importiert.</translation>
    </message>
    <message>
        <source>%1 runs were imported.</source>
        <translation>%1 Läufe wurden importiert.</translation>
    </message>
    <message>
        <source>Every run that ends is kept and listed here, until there are more than 200 or they take more than 1 GB: then the oldest goes. Report folders from elsewhere can be dropped here.</source>
        <translation>Jeder beendete Lauf wird aufbewahrt und hier aufgeführt, bis es mehr als 200 sind oder sie mehr als 1 GB belegen: Dann wird der älteste gelöscht. Berichtsordner anderer Rechner lassen sich hierher ziehen.</translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Use as baseline</source>
        <translation>Als Vergleichslinie</translation>
    </message>
    <message>
        <source>Draws the run as a thin line into the plots of Live</source>
        <translation>Zeichnet den Lauf als dünne Linie in die Diagramme der Seite Live</translation>
    </message>
    <message>
        <source>Takes the chosen runs out of the list, and their files from the disk (Del; Ctrl+Z undoes it)</source>
        <translation>Nimmt die ausgewählten Läufe aus der Liste und ihre Dateien vom Datenträger (Entf; Strg+Z macht es rückgängig)</translation>
    </message>
    <message>
        <source>Undo Delete</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
        <source>Search: label, kind, machine, model, engine, verdict</source>
        <translation>Suche: Name, Art, Rechner, Modell, Engine, Urteil</translation>
    </message>
    <message>
        <source>No baseline</source>
        <translation>Keine Vergleichslinie</translation>
    </message>
    <message>
        <source>Takes the run out of the plots of Live</source>
        <translation>Nimmt den Lauf aus den Diagrammen der Seite Live</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::IntervalModel</name>
    <message>
        <source>Seconds since the start of the run</source>
        <translation>Sekunden seit dem Beginn des Laufs</translation>
    </message>
    <message>
        <source>start, s</source>
        <translation>Beginn, s</translation>
    </message>
    <message>
        <source>Seconds that this row covers</source>
        <translation>Sekunden, die diese Zeile umfasst</translation>
    </message>
    <message>
        <source>length, s</source>
        <translation>Länge, s</translation>
    </message>
    <message>
        <source>Images due in it by the schedule</source>
        <translation>Bilder, die nach dem Sendeplan darin fällig waren</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>Images sent in it</source>
        <translation>Darin gesendete Bilder</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>Images classified in it</source>
        <translation>Darin klassifizierte Bilder</translation>
    </message>
    <message>
        <source>classified</source>
        <translation>klassifiziert</translation>
    </message>
    <message>
        <source>Classified images a second</source>
        <translation>Klassifizierte Bilder in der Sekunde</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>Records rejected in it</source>
        <translation>Darin abgewiesene Datensätze</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>Of the last 1,000 images at its end, percent</source>
        <translation>Der letzten 1.000 Bilder an ihrem Ende, Prozent</translation>
    </message>
    <message>
        <source>rolling accuracy, %</source>
        <translation>gleitende Genauigkeit, %</translation>
    </message>
    <message>
        <source>Median of its own images, milliseconds</source>
        <translation>Median ihrer eigenen Bilder, Millisekunden</translation>
    </message>
    <message>
        <source>latency p50, ms</source>
        <translation>Latenz p50, ms</translation>
    </message>
    <message>
        <source>Of the last 1,000 images at its end, milliseconds</source>
        <translation>Der letzten 1.000 Bilder an ihrem Ende, Millisekunden</translation>
    </message>
    <message>
        <source>rolling p99, ms</source>
        <translation>gleitendes p99, ms</translation>
    </message>
    <message>
        <source>Longest of its own images, milliseconds</source>
        <translation>Längste ihrer eigenen Bilder, Millisekunden</translation>
    </message>
    <message>
        <source>latency max, ms</source>
        <translation>Latenz max., ms</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::LastRunsPanel</name>
    <message>
        <source>Last runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message>
        <source>Finished runs are listed here, and kept under History.</source>
        <translation>Beendete Läufe stehen hier und bleiben unter Verlauf erhalten.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::LatencyPlot</name>
    <message>
        <source>ms, logarithmic</source>
        <translation>ms, logarithmisch</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Latency histogram</source>
        <translation>Latenz-Histogramm</translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <translation>%1 %2 ms</translation>
    </message>
    <message>
        <source>No latency was measured.</source>
        <translation>Keine Latenz gemessen.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::LivePage</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Probe %1</source>
        <translation>Probe %1</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>The whole, or the run that goes on</source>
        <translation>Das Ganze oder der laufende Lauf</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::MachinePanel</name>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>%1 of %2 cores</source>
        <translation>%1 von %2 Kernen</translation>
    </message>
    <message>
        <source>decoding with %1</source>
        <translation>dekodiert mit %1</translation>
    </message>
    <message>
        <source>(virtual machine)</source>
        <translation>(virtuelle Maschine)</translation>
    </message>
    <message>
        <source>Governor unknown: clocks may vary</source>
        <translation>Governor unbekannt: der Takt kann schwanken</translation>
    </message>
    <message>
        <source>Governor performance: steady clocks</source>
        <translation>Governor performance: gleichbleibender Takt</translation>
    </message>
    <message>
        <source>Governor %1: clocks vary</source>
        <translation>Governor %1: der Takt schwankt</translation>
    </message>
    <message>
        <source>Optimised build (%1)</source>
        <translation>Optimierter Build (%1)</translation>
    </message>
    <message>
        <source>Debug build: its speed means nothing. Build with -DCMAKE_BUILD_TYPE=Release.</source>
        <translation>Debug-Build: sein Tempo sagt nichts aus. Mit -DCMAKE_BUILD_TYPE=Release bauen.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::MainWindow</name>
    <message>
        <source>The run has ended.</source>
        <translation>Der Lauf ist zu Ende.</translation>
    </message>
    <message>
        <source>Show its result</source>
        <translation>Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Help, about, language and theme</source>
        <translation>Hilfe, Über, Sprache und Farben</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 Arbeiter</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Arbeiter</translation>
    </message>
    <message>
        <source>any format</source>
        <translation>jedes Format</translation>
    </message>
    <message>
        <source>Starts the run (%1)</source>
        <translation>Startet den Lauf (%1)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Loading model and images…</source>
        <translation>Lädt Modell und Bilder …</translation>
    </message>
    <message>
        <source>Ends the run within a second; its report is kept (Esc on Live)</source>
        <translation>Beendet den Lauf binnen einer Sekunde; sein Bericht bleibt erhalten (Esc auf „Live“)</translation>
    </message>
    <message>
        <source>Changes are for the next run</source>
        <translation>Änderungen gelten für den nächsten Lauf</translation>
    </message>
    <message>
        <source>What has been read is worked off</source>
        <translation>Was gelesen ist, wird noch abgearbeitet</translation>
    </message>
    <message>
        <source>%1 is for the next run.</source>
        <translation>%1 gilt für den nächsten Lauf.</translation>
    </message>
    <message>
        <source>The model is now %1.</source>
        <translation>Das Modell ist jetzt %1.</translation>
    </message>
    <message>
        <source>%1 is no report folder: it has no report.json.</source>
        <translation>%1 ist kein Berichtsordner: report.json fehlt.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>The run was not kept: %1</source>
        <translation>Der Lauf wurde nicht aufbewahrt: %1</translation>
    </message>
    <message>
        <source>These are the settings of the kept run.</source>
        <translation>Das sind die Einstellungen des aufbewahrten Laufs.</translation>
    </message>
    <message>
        <source>The search has ended.</source>
        <translation>Die Suche ist zu Ende.</translation>
    </message>
    <message>
        <source>capacity search</source>
        <translation>Suche nach der Grenze</translation>
    </message>
    <message>
        <source>Kept run of %1</source>
        <translation>Aufbewahrter Lauf vom %1</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 lässt sich nicht verwenden: %2</translation>
    </message>
    <message>
        <source>Start the run, or run again</source>
        <translation>Lauf starten oder wiederholen</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Live draws this run as a thin line beside the next ones.</source>
        <translation>Die Seite Live zeichnet diesen Lauf als dünne Linie neben die nächsten.</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Linie entfernen</translation>
    </message>
    <message>
        <source>These are the settings of the chosen combination.</source>
        <translation>Das sind die Einstellungen der gewählten Kombination.</translation>
    </message>
    <message>
        <source>The sweep has ended.</source>
        <translation>Die Messreihe ist zu Ende.</translation>
    </message>
    <message>
        <source>The repeats have ended.</source>
        <translation>Die Wiederholungen sind zu Ende.</translation>
    </message>
    <message>
        <source>sweep</source>
        <translation>Messreihe</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Ends it within a second; the answer so far is kept (Esc on Live)</source>
        <translation>Beendet es innerhalb einer Sekunde; die bisherige Antwort bleibt (Esc auf „Live“)</translation>
    </message>
    <message>
        <source>%1 is neither a model (.onnx, .keras, .h5, .xml) nor a report folder or data sheet (.html).</source>
        <translation>%1 ist weder ein Modell (.onnx, .keras, .h5, .xml) noch ein Berichtsordner oder Datenblatt (.html).</translation>
    </message>
    <message>
        <source>Stopped before there was a result: nothing is kept.</source>
        <translation>Angehalten, bevor es ein Ergebnis gab: Es wurde nichts aufgehoben.</translation>
    </message>
    <message>
        <source>Ends the run before its first image; nothing is kept (Esc on Live)</source>
        <translation>Beendet den Lauf vor seinem ersten Bild; nichts wird aufbewahrt (Esc auf „Live“)</translation>
    </message>
    <message>
        <source>The run ends once its model is loaded</source>
        <translation>Der Lauf endet, sobald sein Modell geladen ist</translation>
    </message>
    <message>
        <source>Measuring is still going on. Stop it and close the window?</source>
        <translation>Es wird noch gemessen. Anhalten und das Fenster schließen?</translation>
    </message>
    <message>
        <source>Keep measuring</source>
        <translation>Weiter messen</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::MetricsModel</name>
    <message>
        <source>Column of summary.csv</source>
        <translation>Spalte von summary.csv</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::MistakesPanel</name>
    <message>
        <source>Answers are not judged here.</source>
        <translation>Antworten werden hier nicht beurteilt.</translation>
    </message>
    <message>
        <source>No mistakes: every image was classified correctly.</source>
        <translation>Keine Fehler: jedes Bild wurde richtig klassifiziert.</translation>
    </message>
    <message>
        <source>No image was classified.</source>
        <translation>Kein Bild wurde klassifiziert.</translation>
    </message>
    <message>
        <source>No pictures were kept of this run: the window keeps them of the runs that it makes.</source>
        <translation>Von diesem Lauf gibt es keine Bilder: das Fenster behält sie von Läufen, die es selbst macht.</translation>
    </message>
    <message>
        <source>Mistakes made with most confidence</source>
        <translation>Fehler, bei denen das Modell am sichersten war</translation>
    </message>
    <message>
        <source>click for the picture and its probabilities</source>
        <translation>Klick zeigt das Bild und seine Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>The pictures are being read.</source>
        <translation>Die Bilder werden noch gelesen.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::MorePanel</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Shows every other setting.</source>
        <translation>Zeigt alle übrigen Einstellungen.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::NoticeRow</name>
    <message>
        <source>Closes the message.</source>
        <translation>Schließt die Meldung.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::PictureDialog</name>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>A picture of class %1</source>
        <translation>Ein Bild der Klasse %1</translation>
    </message>
    <message>
        <source>%1, as labelled</source>
        <translation>%1, wie beschriftet</translation>
    </message>
    <message>
        <source>predicted %1, is %2</source>
        <translation>vorhergesagt %1, ist %2</translation>
    </message>
    <message>
        <source>image %1 of its stream</source>
        <translation>Bild %1 seines Stroms</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Wahrscheinlichkeiten</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::PicturesPanel</name>
    <message>
        <source>Latest images</source>
        <translation>Neueste Bilder</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Only mistakes</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Latest mistakes</source>
        <translation>Neueste Fehler</translation>
    </message>
    <message>
        <source>Latest images, newest first</source>
        <translation>Neueste Bilder, neueste zuerst</translation>
    </message>
    <message>
        <source>Latest mistakes, newest first</source>
        <translation>Neueste Fehler, neueste zuerst</translation>
    </message>
    <message>
        <source>held while you are here</source>
        <translation>angehalten, solange man hier ist</translation>
    </message>
    <message>
        <source>a sample, newest first</source>
        <translation>eine Stichprobe, neueste zuerst</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>The pictures that are classified will be here.</source>
        <translation>Hier erscheinen die klassifizierten Bilder.</translation>
    </message>
    <message>
        <source>No mistakes so far.</source>
        <translation>Bisher keine Fehler.</translation>
    </message>
    <message>
        <source>The first images will be here.</source>
        <translation>Hier erscheinen die ersten Bilder.</translation>
    </message>
    <message>
        <source>Latest mistakes: none so far</source>
        <translation>Neueste Fehler: bisher keine</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::PlanPanel</name>
    <message>
        <source>This will happen</source>
        <translation>Das wird geschehen</translation>
    </message>
    <message>
        <source>The way of the data</source>
        <translation>Der Weg der Daten</translation>
    </message>
    <message>
        <source>A field is marked. Correct it to see what will happen.</source>
        <translation>Ein Feld ist markiert. Sobald es stimmt, steht hier, was geschehen wird.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::PresetsPanel</name>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>+ Keep these settings as a preset</source>
        <translation>+ Einstellungen als Vorgabe behalten</translation>
    </message>
    <message>
        <source>Keeps what the form holds under a name of your own.</source>
        <translation>Behält den Inhalt des Formulars unter eigenem Namen.</translation>
    </message>
    <message>
        <source>Fills the form with: %1.</source>
        <translation>Füllt das Formular mit: %1.</translation>
    </message>
    <message>
        <source>Delete this preset</source>
        <translation>Diese Vorgabe löschen</translation>
    </message>
    <message>
        <source>Keep a preset</source>
        <translation>Vorgabe behalten</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Drop an .onnx, .keras, .h5 or .xml model here to use it, a report folder to open it.</source>
        <translation>Ein Modell (.onnx, .keras, .h5 oder .xml) hierher ziehen, um es zu verwenden, einen Berichtsordner, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>A preset holds the settings of one run, not the search, the repeats or the sweep. Name:</source>
        <translation>Eine Vorgabe enthält die Einstellungen für einen Lauf, nicht Suche, Wiederholungen oder Messreihe. Name:</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::ProbeModel</name>
    <message>
        <source>as fast as it can</source>
        <translation>so schnell es geht</translation>
    </message>
    <message>
        <source>%1 of %2 at most</source>
        <translation>%1 von höchstens %2</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>to close in on the limit</source>
        <translation>um die Grenze einzuengen</translation>
    </message>
    <message>
        <source>to confirm the answer</source>
        <translation>um die Antwort zu bestätigen</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>p99, ms</source>
        <translation>p99, ms</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>Warum sie endete</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::RateField</name>
    <message>
        <source>as fast as possible</source>
        <translation>so schnell wie möglich</translation>
    </message>
    <message>
        <source>Sends as fast as the receiver takes the images: the way to find out what this machine can do. The latency from an intended send time is not measured then.</source>
        <translation>Sendet, so schnell der Empfänger abnimmt: so zeigt sich, was dieser Rechner kann. Die Latenz ab geplanter Sendezeit wird dann nicht gemessen.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::RepeatsModel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>%1 to %2 images/s</source>
        <translation>%1 bis %2 Bilder/s</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Each run, in order</source>
        <translation>Jeder Lauf, der Reihe nach</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::ResultDetails</name>
    <message>
        <source>images.csv holds the first %1 images; %2 more were left out.</source>
        <translation>images.csv enthält die ersten %1 Bilder; %2 weitere fehlen.</translation>
    </message>
    <message>
        <source>the summary line</source>
        <translation>die Ergebniszeile</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Confusion matrix: true class down, predicted across</source>
        <translation>Verwechslungsmatrix: wahre Klasse senkrecht, vorhergesagte waagrecht</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Richtig je Klasse</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Where the time goes, an image</source>
        <translation>Wofür ein Bild Zeit braucht</translation>
    </message>
    <message>
        <source>The run over time</source>
        <translation>Der Lauf im Zeitverlauf</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>Alle Zahlen</translation>
    </message>
    <message>
        <source>as summary.csv has them</source>
        <translation>wie in summary.csv</translation>
    </message>
    <message>
        <source>true down, predicted across · click for images</source>
        <translation>wahr senkrecht, vorhergesagt waagrecht · Klick für Bilder</translation>
    </message>
    <message>
        <source>The receiver knows the predictions.</source>
        <translation>Die Vorhersagen kennt nur der Empfänger.</translation>
    </message>
    <message>
        <source>The engine null says nothing of the images: answers are not judged.</source>
        <translation>Die Engine null klassifiziert nicht: Antworten werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>from the intended send time to the result</source>
        <translation>von der geplanten Sendezeit bis zum Ergebnis</translation>
    </message>
    <message>
        <source>from the arrival to the result</source>
        <translation>von der Ankunft bis zum Ergebnis</translation>
    </message>
    <message>
        <source>was not measured here</source>
        <translation>wurde hier nicht gemessen</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::ResultPage</name>
    <message>
        <source>No run has ended yet. Its result will stand here.
Kept runs are opened under History; a report folder can be dropped on this window.</source>
        <translation>Noch ist kein Lauf zu Ende. Sein Ergebnis wird hier stehen.
Aufbewahrte Läufe öffnet man unter Verlauf; ein Berichtsordner lässt sich auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV ausgeben …</translation>
    </message>
    <message>
        <source>Writes summary.csv, intervals.csv and images.csv, as --report does (%1)</source>
        <translation>Schreibt summary.csv, intervals.csv und images.csv, wie --report es tut (%1)</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Copy the summary line</source>
        <translation>Ergebniszeile kopieren</translation>
    </message>
    <message>
        <source>The pictures cannot be shown: %1</source>
        <translation>Die Bilder lassen sich nicht zeigen: %1</translation>
    </message>
    <message>
        <source>Export CSV into a folder</source>
        <translation>CSV in einen Ordner ausgeben</translation>
    </message>
    <message>
        <source>Save the report as a folder</source>
        <translation>Bericht als Ordner speichern</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Ordner:</translation>
    </message>
    <message>
        <source>There is a report in %1 already.</source>
        <translation>In %1 liegt schon ein Bericht.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The report could not be written: %1</source>
        <translation>Der Bericht ließ sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Written to %1 without images.csv: the run was not kept.</source>
        <translation>Nach %1 geschrieben, ohne images.csv: der Lauf wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Written to %1; images.csv holds the first 1,000,000 images.</source>
        <translation>Nach %1 geschrieben; images.csv enthält die ersten 1.000.000 Bilder.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>No pictures were kept of this run.</source>
        <translation>Von diesem Lauf wurden keine Bilder aufbewahrt.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Writes the whole report: the CSV files, report.json, the data sheet and the plots</source>
        <translation>Schreibt den ganzen Bericht: die CSV-Dateien, report.json, das Datenblatt und die Diagramme</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Messreihe</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>A run of the fastest</source>
        <translation>Ein Lauf der schnellsten</translation>
    </message>
    <message>
        <source>All runs, or one of them</source>
        <translation>Alle Läufe oder einer davon</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continues the search where it was stopped</source>
        <translation>Setzt die Suche dort fort, wo sie angehalten wurde</translation>
    </message>
    <message>
        <source>The search cannot be continued: %1</source>
        <translation>Die Suche lässt sich nicht fortsetzen: %1</translation>
    </message>
    <message>
        <source>The pictures are being read.</source>
        <translation>Die Bilder werden noch gelesen.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::Screenshot</name>
    <message>
        <source>The run ended without waiting for a sender.</source>
        <translation>Der Lauf endete, ohne auf einen Sender zu warten.</translation>
    </message>
    <message>
        <source>A setting is wrong: the run cannot be started.</source>
        <translation>Eine Einstellung ist falsch: der Lauf kann nicht starten.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::SearchFields</name>
    <message>
        <source>One run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>Sends at one rate and measures it.</source>
        <translation>Sendet mit einer Rate und misst sie.</translation>
    </message>
    <message>
        <source>Finds how many cameras this machine serves within a latency.</source>
        <translation>Findet, wie viele Kameras dieser Rechner innerhalb einer Latenz bedient.</translation>
    </message>
    <message>
        <source>Finds how many images a second of one stream this machine holds within a latency.</source>
        <translation>Findet, wie viele Bilder in der Sekunde eines Stroms dieser Rechner innerhalb einer Latenz hält.</translation>
    </message>
    <message>
        <source>Your cameras</source>
        <translation>Ihre Kameras</translation>
    </message>
    <message>
        <source>cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>The result then says how much is to spare.</source>
        <translation>Das Ergebnis sagt dann, wie viel übrig ist.</translation>
    </message>
    <message>
        <source>Longest probe</source>
        <translation>Längste Probe</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>How long a probe counts at most. Shorter ones make the answer less sure.</source>
        <translation>Wie lange eine Probe höchstens zählt. Kürzere machen die Antwort unsicherer.</translation>
    </message>
    <message>
        <source>Cameras?</source>
        <translation>Kameras?</translation>
    </message>
    <message>
        <source>Images/s?</source>
        <translation>Bilder/s?</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Messreihe</translation>
    </message>
    <message>
        <source>One run, a search for what this machine holds, repeats, or a sweep</source>
        <translation>Ein Lauf, eine Suche nach dem, was dieser Rechner schafft, Wiederholungen oder eine Messreihe</translation>
    </message>
    <message>
        <source>Makes the same run several times: how sure is its rate?</source>
        <translation>Macht denselben Lauf mehrmals: Wie sicher ist seine Rate?</translation>
    </message>
    <message>
        <source>Tries every combination of some settings: which one is the best?</source>
        <translation>Probiert jede Kombination einiger Einstellungen: Welche ist die beste?</translation>
    </message>
    <message>
        <source>With each</source>
        <translation>Mit jeder</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs, or a search, with each combination</source>
        <translation>Läufe oder eine Suche mit jeder Kombination</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::SeriesFields</name>
    <message>
        <source>as set</source>
        <translation>wie eingestellt</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Engines</translation>
    </message>
    <message>
        <source>For example opencv,openvino, or all</source>
        <translation>Zum Beispiel opencv,openvino oder all</translation>
    </message>
    <message>
        <source>Precisions</source>
        <translation>Zahlenformate</translation>
    </message>
    <message>
        <source>For example fp32,int8, or all</source>
        <translation>Zum Beispiel fp32,int8 oder all</translation>
    </message>
    <message>
        <source>Batch sizes</source>
        <translation>Stapelgrößen</translation>
    </message>
    <message>
        <source>For example 1,4,16 or 1-4</source>
        <translation>Zum Beispiel 1,4,16 oder 1-4</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>For example 1,2,4 or 1-4</source>
        <translation>Zum Beispiel 1,2,4 oder 1-4</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>runs of each</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>From three runs on it is known how far they differ.</source>
        <translation>Ab drei Läufen ist bekannt, wie weit sie auseinanderliegen.</translation>
    </message>
    <message>
        <source>Every combination of these values is tried. An empty list leaves the setting as it is above and under More.</source>
        <translation>Jede Kombination dieser Werte wird probiert. Bei leerer Liste gilt die Einstellung oben und unter „Mehr“.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::SeriesModel</name>
    <message>
        <source>✗ failed</source>
        <translation>✗ fehlgeschlagen</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>p99, ms</source>
        <translation>p99, ms</translation>
    </message>
    <message>
        <source>95 % interval, images/s</source>
        <translation>95-%-Intervall, Bilder/s</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::SeriesPlot</name>
    <message>
        <source>Pareto front</source>
        <translation>Pareto-Front</translation>
    </message>
    <message>
        <source>● a run   | its 95 % interval   — mean   … interval of the mean</source>
        <translation>● ein Lauf   | sein 95-%-Intervall   — Mittel   … Intervall des Mittels</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>p99 over images/s of each combination</source>
        <translation>p99 über Bilder/s jeder Kombination</translation>
    </message>
    <message>
        <source>Rate of each run</source>
        <translation>Rate jedes Laufs</translation>
    </message>
    <message>
        <source>limit %1 ms</source>
        <translation>Grenze %1 ms</translation>
    </message>
    <message>
        <source>nearest: %1</source>
        <translation>am nächsten: %1</translation>
    </message>
    <message>
        <source>chosen: %1</source>
        <translation>gewählt: %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittel %1</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::SeriesView</name>
    <message>
        <source>Fastest within</source>
        <translation>Schnellste innerhalb</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>Schnellste</translation>
    </message>
    <message>
        <source>Shortest p99</source>
        <translation>Kürzestes p99</translation>
    </message>
    <message>
        <source>What the best combination is</source>
        <translation>Was die beste Kombination ist</translation>
    </message>
    <message>
        <source>limit of p99</source>
        <translation>Grenze für p99</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter of the combinations</source>
        <translation>Filter der Kombinationen</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>Diese Einstellungen verwenden</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>Kombinationen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>All combinations</source>
        <translation>Alle Kombinationen</translation>
    </message>
    <message>
        <source>Run by run</source>
        <translation>Lauf für Lauf</translation>
    </message>
    <message>
        <source>◇ on the Pareto front · ▲ p99 may be over the limit</source>
        <translation>◇ auf der Pareto-Front · ▲ p99 vielleicht über der Grenze</translation>
    </message>
    <message>
        <source>The same without a window</source>
        <translation>Dasselbe ohne Fenster</translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation>Warum diese</translation>
    </message>
    <message>
        <source>How sure it is</source>
        <translation>Wie sicher das ist</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ fehlgeschlagen</translation>
    </message>
    <message>
        <source>– skipped</source>
        <translation>– ausgelassen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>p99 is that of the service time: at full speed there is no intended send time.</source>
        <translation>p99 ist das der Bearbeitungszeit: Bei voller Geschwindigkeit gibt es keine geplante Sendezeit.</translation>
    </message>
    <message>
        <source>over 0, in ms</source>
        <translation>über 0, in ms</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::SettingField</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse: %1</source>
        <translation>Durchsuchen: %1</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Eine Datei …</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Einen Ordner …</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::SetupForm</name>
    <message>
        <source>What to do</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Send and receive here</source>
        <translation>Hier senden und empfangen</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>An embedded sender and the receiver, both in this program.</source>
        <translation>Ein eingebauter Sender und der Empfänger, beide in diesem Programm.</translation>
    </message>
    <message>
        <source>Classifies what another program sends: nc, the original&apos;s sender, or iotbench.</source>
        <translation>Klassifiziert, was ein anderes Programm sendet: nc, der Sender des Originals oder iotbench.</translation>
    </message>
    <message>
        <source>Sends labelled images to another program.</source>
        <translation>Sendet beschriftete Bilder an ein anderes Programm.</translation>
    </message>
    <message>
        <source>Model and engine</source>
        <translation>Modell und Engine</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Modell öffnen …</translation>
    </message>
    <message>
        <source>%1 (not available)</source>
        <translation>%1 (nicht verfügbar)</translation>
    </message>
    <message>
        <source>null (everything but the inference)</source>
        <translation>null (alles außer der Inferenz)</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>auto (the fastest here)</source>
        <translation>auto (die schnellste hier)</translation>
    </message>
    <message>
        <source>bf16 needs the engine OpenVINO; int8 needs OpenVINO or ONNX Runtime.</source>
        <translation>bf16 braucht die Engine OpenVINO, int8 braucht OpenVINO oder ONNX Runtime.</translation>
    </message>
    <message>
        <source>Model of the receiver</source>
        <translation>Modell des Empfängers</translation>
    </message>
    <message>
        <source>not chosen: sent without the mean subtracted</source>
        <translation>nicht gewählt: gesendet wird ohne Abzug des Mittelwerts</translation>
    </message>
    <message>
        <source>Uses an .onnx, Keras (.keras, .h5) or OpenVINO (.xml) file (%1).</source>
        <translation>Verwendet eine .onnx-, Keras- (.keras, .h5) oder OpenVINO-Datei (.xml) (%1).</translation>
    </message>
    <message>
        <source>Models (%1);;All files (*)</source>
        <translation>Modelle (%1);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::SetupPage</name>
    <message>
        <source>the fastest engine here</source>
        <translation>die schnellste Engine hier</translation>
    </message>
    <message>
        <source>A field on the page Set up is marked</source>
        <translation>Auf der Seite Einrichten ist ein Feld markiert</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>Das Modell wird gelesen …</translation>
    </message>
    <message>
        <source>No combination can be run: %1</source>
        <translation>Keine Kombination lässt sich ausführen: %1</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::SourceModel</name>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>end mark</source>
        <translation>Endzeichen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>all have come</source>
        <translation>alle sind da</translation>
    </message>
    <message>
        <source>nothing came for too long</source>
        <translation>zu lange kam nichts</translation>
    </message>
    <message>
        <source>truncated in mid-record</source>
        <translation>mitten im Datensatz abgebrochen</translation>
    </message>
    <message>
        <source>connection failed</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>classified</source>
        <translation>klassifiziert</translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>latency p50, ms</source>
        <translation>Latenz p50, ms</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>went on after its end mark</source>
        <translation>ging nach dem Endzeichen weiter</translation>
    </message>
    <message>
        <source>closed without an end mark</source>
        <translation>ohne Endzeichen geschlossen</translation>
    </message>
    <message>
        <source>fell silent in mid-record</source>
        <translation>verstummte mitten im Datensatz</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::StageBar</name>
    <message>
        <source>queue</source>
        <translation>Schlange</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>Dekodieren</translation>
    </message>
    <message>
        <source>normalise</source>
        <translation>Normieren</translation>
    </message>
    <message>
        <source>infer</source>
        <translation>Inferenz</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::StatusLine</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Cores that this program uses, of those it may use.</source>
        <translation>Wie viele Kerne dieses Programm nutzt, von denen, die es nutzen darf.</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>The newest event; a click opens the log.</source>
        <translation>Das neueste Ereignis; ein Klick öffnet das Protokoll.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::StopField</name>
    <message>
        <source>Stop after</source>
        <translation>Ende nach</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>Whichever comes first.</source>
        <translation>Was zuerst eintritt.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::TimePlots</name>
    <message>
        <source>Plots of the run</source>
        <translation>Kurven des Laufs</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>— sent</source>
        <translation>— gesendet</translation>
    </message>
    <message>
        <source>— achieved</source>
        <translation>— erreicht</translation>
    </message>
    <message>
        <source>   - - offered</source>
        <translation>   - - angeboten</translation>
    </message>
    <message>
        <source>Rolling accuracy, %</source>
        <translation>Gleitende Genauigkeit, %</translation>
    </message>
    <message>
        <source>last %1 images · band: 95 % interval</source>
        <translation>letzte %1 Bilder · Band: 95-%-Intervall</translation>
    </message>
    <message>
        <source>answers are not judged here</source>
        <translation>Antworten werden hier nicht beurteilt</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>Latenz, ms</translation>
    </message>
    <message>
        <source>the receiver knows</source>
        <translation>kennt nur der Empfänger</translation>
    </message>
    <message>
        <source>— p50   - - p99 of the last %1   • maximum</source>
        <translation>— p50   - - p99 der letzten %1   • Maximum</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>model card %1 %</source>
        <translation>Modellkarte %1 %</translation>
    </message>
    <message>
        <source>Nothing has been measured yet</source>
        <translation>Noch ist nichts gemessen</translation>
    </message>
    <message>
        <source>After %1: %2 images/s, rolling accuracy %3 %, latency p50 %4 ms, p99 %5 ms. The table has all values.</source>
        <translation>Nach %1: %2 Bilder/s, gleitende Genauigkeit %3 %, Latenz p50 %4 ms, p99 %5 ms. Alle Werte stehen in der Tabelle.</translation>
    </message>
    <message>
        <source>Drag to move in time, Ctrl and wheel to zoom, double click to follow the run again</source>
        <translation>Ziehen verschiebt die Zeit, Strg und Mausrad zoomen, ein Doppelklick lässt die Kurven wieder mitlaufen</translation>
    </message>
    <message>
        <source>%1 s: %2 images/s, accuracy %3 %, p50 %4 ms, p99 %5 ms</source>
        <translation>%1 s: %2 Bilder/s, Genauigkeit %3 %, p50 %4 ms, p99 %5 ms</translation>
    </message>
    <message>
        <source>   ··· baseline</source>
        <translation>   ··· Vergleichslauf</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::TimeSeriesPanel</name>
    <message>
        <source>Plots</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Images/s, accuracy and latency over time</source>
        <translation>Bilder/s, Genauigkeit und Latenz über der Zeit</translation>
    </message>
    <message>
        <source>The values of the plots</source>
        <translation>Die Werte der Kurven</translation>
    </message>
    <message>
        <source>Every connection, those that are gone too</source>
        <translation>Jede Verbindung, auch die beendeten</translation>
    </message>
    <message>
        <source>Connections, ends and warnings, to be copied</source>
        <translation>Verbindungen, Enden und Warnungen, zum Kopieren</translation>
    </message>
    <message>
        <source>Values of the plots</source>
        <translation>Werte der Kurven</translation>
    </message>
    <message>
        <source>Events of the run</source>
        <translation>Ereignisse des Laufs</translation>
    </message>
    <message>
        <source>Time series</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Save the plots</source>
        <translation>Kurven speichern</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Saved the plots as %1</source>
        <translation>Kurven als %1 gespeichert</translation>
    </message>
    <message>
        <source>The plots were not saved: %1</source>
        <translation>Die Kurven wurden nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Save as PNG, SVG or PDF…</source>
        <translation>Als PNG, SVG oder PDF speichern …</translation>
    </message>
    <message>
        <source>Copy the values</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Follow the run again</source>
        <translation>Dem Lauf wieder folgen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Mitlaufen</translation>
    </message>
    <message>
        <source>Shows all of the time again, and what comes (Home)</source>
        <translation>Zeigt wieder den ganzen Zeitraum und läuft mit (Pos1)</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::WaitingView</name>
    <message>
        <source>Every machine that reaches this one over the network can connect.</source>
        <translation>Jeder Rechner, der diesen über das Netz erreicht, kann sich verbinden.</translation>
    </message>
    <message>
        <source>At the receiver, start this or anything that speaks its format:</source>
        <translation>Beim Empfänger diesen Befehl starten, oder ein anderes Programm, das dieses Format versteht:</translation>
    </message>
    <message>
        <source>At the sender, start this or anything that speaks a known format:</source>
        <translation>Beim Sender diesen Befehl starten, oder ein anderes Programm, das eines der bekannten Formate sendet:</translation>
    </message>
    <message>
        <source>Command for the other end</source>
        <translation>Befehl für die Gegenseite</translation>
    </message>
    <message>
        <source>No run is going on. Start begins one, and it is shown here.</source>
        <translation>Zurzeit läuft nichts. Mit „Start“ beginnt ein Lauf, der dann hier zu sehen ist.</translation>
    </message>
</context>
<context>
    <name>iotbench::ui::WindowMenu</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
</TS>
