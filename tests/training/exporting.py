"""Writes the tuned encoder as an ONNX graph with 8-bit weights, and puts the large weights together."""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

from tests.training.packed_e5 import BLOCK, Packed

OPSET = 20
HEADS = 12


class Graph:
    """Nodes and constants as they are put down."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def held(self, name: str, value: np.ndarray) -> str:
        """A constant."""
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def whole(self, name: str, *numbers: int) -> str:
        """A constant of whole numbers."""
        return self.held(name, np.array(numbers, np.int64))

    def put(self, kind: str, *inputs: str, **settings: object) -> str:
        """A node; returns the name of what comes out."""
        name = f"{kind.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **settings))
        return name

    def dense(self, given: str, name: str, state: Mapping[str, np.ndarray], key: str) -> str:
        """A matrix and its shift."""
        product = self.put(
            "MatMul", given, self.held(f"{name}.w", np.ascontiguousarray(state[f"{key}.weight"].T))
        )
        return self.put("Add", product, self.held(f"{name}.b", state[f"{key}.bias"]))

    def normed(self, given: str, name: str, state: Mapping[str, np.ndarray], key: str) -> str:
        """Layer normalisation."""
        held = [self.held(f"{name}.{kind}", state[f"{key}.{kind}"]) for kind in ("weight", "bias")]
        return self.put("LayerNormalization", given, *held, axis=-1, epsilon=1e-12)


def graph_of(state: Mapping[str, np.ndarray]) -> onnx.ModelProto:
    """The network: vectors (texts, pieces, hidden) and lengths (texts) in, logits (texts, outputs) out."""
    graph = Graph()
    for name, *numbers in (("one", 1), ("zero", 0), ("two", 2)):
        graph.whole(name, *numbers)
    most = graph.put("Gather", graph.put("Shape", "vectors"), "one")
    place = graph.put("Slice", graph.held("place", state["encoder.place"]), "zero", most, "zero")
    x = graph.normed(graph.put("Add", "vectors", place), "norm", state, "encoder.norm")
    seen, bias = _mask(graph, most)
    layers = 1 + max(int(key.split(".")[2]) for key in state if key.startswith("encoder.layers."))
    for number in range(layers):
        x = _layer(graph, x, bias, state, f"encoder.layers.{number}")
    total = graph.put("ReduceSum", graph.put("Mul", x, seen), "one", keepdims=0)
    long = graph.put("Unsqueeze", graph.put("Cast", "lengths", to=TensorProto.FLOAT), "one")
    logits = graph.dense(graph.put("Div", total, long), "head", state, "head")
    graph.nodes.append(helper.make_node("Identity", [logits], ["logits"], name="logits"))
    return _model(graph, state)


def _mask(graph: Graph, most: str) -> tuple[str, str]:
    # Which pieces count, as (texts, pieces, 1), and what is added so that the others draw no attention.
    zero, one = graph.held("first", np.array(0, np.int64)), graph.held("step", np.array(1, np.int64))
    order = graph.put("Range", zero, graph.put("Squeeze", most, "zero"), one)
    counts = graph.put("Less", order, graph.put("Unsqueeze", "lengths", "one"))
    bias = graph.put(
        "Where", counts, graph.held("nothing", np.float32(0)), graph.held("least", np.float32(-1e9))
    )
    bias = graph.put("Unsqueeze", bias, graph.whole("both", 1, 2))
    return graph.put("Unsqueeze", graph.put("Cast", counts, to=TensorProto.FLOAT), "two"), bias


def _layer(graph: Graph, x: str, bias: str, state: Mapping[str, np.ndarray], key: str) -> str:
    name = key.rsplit(".", 1)[1]
    side = state[f"{key}.ao.weight"].shape[0]
    three = graph.dense(x, f"{name}.qkv", state, f"{key}.qkv")
    shape = graph.whole(f"{name}.heads", 0, 0, 3 * HEADS, side // HEADS)
    three = graph.put("Transpose", graph.put("Reshape", three, shape), perm=[0, 2, 1, 3])
    parts = [f"{name}.{part}" for part in "qkv"]
    graph.nodes.append(helper.make_node("Split", [three], parts, name=f"{name}.split", axis=1, num_outputs=3))
    scale = graph.held(f"{name}.scale", np.float32((side // HEADS) ** -0.5))
    likeness = graph.put(
        "MatMul", graph.put("Mul", parts[0], scale), graph.put("Transpose", parts[1], perm=[0, 1, 3, 2])
    )
    shares = graph.put("Softmax", graph.put("Add", likeness, bias), axis=-1)
    seen = graph.put("Transpose", graph.put("MatMul", shares, parts[2]), perm=[0, 2, 1, 3])
    seen = graph.put("Reshape", seen, graph.whole(f"{name}.flat", 0, 0, side))
    x = graph.normed(
        graph.put("Add", x, graph.dense(seen, f"{name}.ao", state, f"{key}.ao")),
        f"{name}.aln",
        state,
        f"{key}.aln",
    )
    inner = graph.put("Gelu", graph.dense(x, f"{name}.fi", state, f"{key}.fi"))
    outer = graph.dense(inner, f"{name}.fo", state, f"{key}.fo")
    return graph.normed(graph.put("Add", x, outer), f"{name}.oln", state, f"{key}.oln")


def _model(graph: Graph, state: Mapping[str, np.ndarray]) -> onnx.ModelProto:
    side, outputs = state["encoder.place"].shape[1], state["head.bias"].shape[0]
    inputs = [
        helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", "pieces", side]),
        helper.make_tensor_value_info("lengths", TensorProto.INT64, ["texts"]),
    ]
    out = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["texts", outputs])
    made = helper.make_graph(graph.nodes, "reader", inputs, [out], graph.constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def quantised(model: onnx.ModelProto) -> bytes:
    """The model with its matrices in 8 bits, a scale for every 128 weights; the head stays whole.

    Sums are made in 8 bits block by block too, which follows the network ten times closer than one scale for all.
    """
    copied = onnx.ModelProto.FromString(model.SerializeToString())
    sums = DefaultWeightOnlyQuantConfig(block_size=128, is_symmetric=True, accuracy_level=4, bits=8)
    head = [node.name for node in model.graph.node if node.input[1:2] == ["head.w"]]
    quantiser = MatMulNBitsQuantizer(copied, algo_config=sums, nodes_to_exclude=head)
    quantiser.process()
    return quantiser.model.model.SerializeToString()


def blocks(packed: Packed, kept: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """The vectors of the pieces kept in 4-bit blocks, and the scale of each: what the packed file held."""
    vectors = packed.tensors["emb.word"][list(kept)].reshape(len(kept), -1, BLOCK)
    top = np.abs(vectors).max(2)
    best = np.take_along_axis(vectors, np.abs(vectors).argmax(2)[..., None], 2)[..., 0]
    sizes = np.where(top > 0, best / -8, 1.0).astype(np.float16)
    whole = np.clip(np.rint(vectors / sizes.astype(np.float32)[..., None]) + 8, 0, 15).astype(np.uint8)
    return whole[..., : BLOCK // 2] | whole[..., BLOCK // 2 :] << 4, sizes


def small_arrays(state: Mapping[str, torch.Tensor]) -> dict[str, np.ndarray]:
    """The network of the small reader: vectors and matrices in 8 bits, (in, out), with a size each; the rest in 16."""
    held = {
        name.replace(".weight", "").replace(".bias", "-shift"): one.numpy() for name, one in state.items()
    }
    arrays: dict[str, np.ndarray] = {}
    for name, value in held.items():
        if value.ndim == 1 or name == "place":
            arrays[name] = value.astype(np.float16)
            continue
        sizes = (np.abs(value).max(1) / 127 + 1e-7).astype(np.float16)
        whole = np.clip(np.rint(value / sizes[:, None].astype(np.float32)), -127, 127).astype(np.int8)
        arrays |= {name: whole if name == "vectors" else whole.T, f"{name}-sizes": sizes}
    return arrays
