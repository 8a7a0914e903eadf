"""The card of a trained model: what its training knows is written here, what only running the model can tell
(parameters, multiply-adds, accuracy, the predicted class of every test image) is filled in by the project's own tool
make_card, so that a card says what `iotbench` itself says. The fields are explained in models/README.md."""
import datetime
import hashlib
import json
import pathlib
import subprocess

import torch

import onnx_file

CLASS_NAMES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]


def write(network, plan, model_path, make_card=None):
    """Writes NAME.json beside the model; `make_card`: path of that tool. Returns the card's path."""
    model_path = pathlib.Path(model_path)
    card = {
        "schema_version": 1,
        "name": network.name,
        "description": network.description,
        "architecture": network.architecture,
        "input": {"shape": [3, 32, 32], "normalisation": "mean-subtracted" if network.subtracts_mean else "unit"},
        "classes": CLASS_NAMES,
        "parameters": 0,
        "macs": 0,
        "origin": "trained for this project on the CIFAR-10 training set (Krizhevsky 2009)",
        "licence": "Apache-2.0",
        "recipe": recipe_text(plan),
        "training": {
            "epochs": plan.epochs,
            "seed": plan.seed,
            "date": datetime.date.today().isoformat(),
            "versions": versions_text(plan),
        },
        "variants": [{
            "precision": "fp32",
            "file": model_path.name,
            "sha256": hashlib.sha256(model_path.read_bytes()).hexdigest(),
        }],
    }
    path = model_path.with_suffix(".json")
    path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if make_card:
        subprocess.run([make_card, path], check=True)
    return path


def recipe_text(plan):
    return (f"PyTorch, {plan.epochs} epochs, seed {plan.seed}: SGD with Nesterov momentum, one-cycle learning rate "
            f"up to {plan.peak_learning_rate:g}, weight decay 5e-4, random crop and flip, label smoothing 0.05; "
            f"last epoch, ONNX opset {onnx_file.OPERATOR_SET}")


def versions_text(plan):
    return f"PyTorch {torch.__version__}, trained in {'bfloat16' if plan.bf16 else 'float32'}"
